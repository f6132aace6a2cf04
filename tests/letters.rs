//! Words are found however their letters are written: with their marks, marks apart (as some systems write them), in
//! capitals, or without.

use unicode_normalization::UnicodeNormalization;

use crate::bin::{Dir, Run};

/// The rule that a reply is won by, for each way to write it.
fn rules_of(options: &[&str], reply: &str) -> Vec<String> {
    [reply.to_string(), reply.nfd().collect(), reply.to_uppercase(), reply.to_uppercase().nfd().collect()]
        .iter()
        .map(|reply| {
            let ran = Run::new(&[&["explain", "--json"], options, &[reply]].concat()).run();
            ran.json()["rule"].as_str().unwrap_or_default().to_string()
        })
        .collect()
}

#[test]
fn the_tables_own_languages() {
    for (reply, rule) in [
        ("550 5.1.1 Người dùng không tồn tại", "other-recipient-unknown"),
        ("550 5.1.1 Không tìm thấy địa chỉ", "other-recipient-unknown"),
        ("550 5.1.1 A cím nem található", "other-recipient-unknown"),
        ("552 5.2.2 Boîte aux lettres pleine", "fr-mailbox-full"),
        ("550 5.1.1 Неизвестный пользователь", "ru-recipient-unknown"),
    ] {
        assert_eq!(rules_of(&[], reply), [rule; 4], "{reply}");
    }
}

#[test]
fn languages_of_rules_of_ones_own() {
    let dir = Dir::new();
    for (phrase, reply) in [
        ("γραμματοκιβωτιο * πληρεσ", "550 Το γραμματοκιβώτιο του παραλήπτη είναι πλήρες"),
        ("αγνωστοσ χρηστησ", "550 Άγνωστος χρήστης"),
        ("sanemeja pastkaste ir pilna", "550 Saņēmēja pastkaste ir pilna"),
        ("lietotajs nav zinams", "550 Lietotājs nav zināms"),
        ("hop thu da day", "550 Hộp thư đã đầy"),
        ("skrzynka jest przepelniona", "550 Skrzynka jest przepełniona"),
        ("kullanici bulunamadi", "550 Kullanıcı bulunamadı"),
        ("grosse uberschritten", "550 Größe überschritten"),
        ("無効なアドレス", "550 無効なアドレス"),
        ("почтовый ящик", "550 Почтовый ящик"),
    ] {
        let rule =
            serde_json::json!([{ "id": "house-rule", "cause": "mailbox-full", "says": [phrase], "examples": [reply] }]);
        let file = dir.file("rules.json", rule.to_string());
        let file = file.to_str().unwrap();
        assert_eq!(Run::new(&["rules", "--check", file]).run().stderr, "", "{phrase}");
        assert_eq!(rules_of(&["--rules", file], reply), ["house-rule"; 4], "{reply}");
    }
}
