//! Folds letters, so that a word is found however it is written: lower case, no accents, plain quotes and dashes.
//!
//! Latin and Greek letters lose their marks, which people and programs leave out as they like. Letters of other scripts
//! are others with their marks (й is no и) and keep them; they are only composed, since some systems write a letter and its
//! mark one after the other.

use unicode_normalization::char as unicode;

/// Folds a text; gives each character with the offset of the one that it came from.
pub(crate) fn fold(text: &str, push: &mut impl FnMut(char, usize)) {
    let mut last = None;
    for (at, c) in text.char_indices() {
        match c {
            _ if c.is_ascii() => next(&mut last, c.to_ascii_lowercase(), at, push),
            // These are what they are: whole letters without case.
            '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => {
                next(&mut last, c, at, push);
            }
            // Full width. Its signs are not letters, but only a font's form of ours.
            '\u{ff01}'..='\u{ff5e}' => {
                let plain = char::from_u32(c as u32 - 0xfee0).unwrap_or(c);
                next(&mut last, plain.to_ascii_lowercase(), at, push);
            }
            // Soft hyphens, joiners, marks of direction: nobody sees them.
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            _ => {
                let mut piece = |piece: char| {
                    piece.to_lowercase().for_each(|lower| add(&mut last, lower, at, push));
                };
                if has_plain_form(c) {
                    unicode::decompose_compatible(c, &mut piece);
                } else {
                    unicode::decompose_canonical(c, &mut piece);
                }
            }
        }
    }
    end(last, push);
}

/// Is it a letter that stands for others: ª, ﬁ, a letter of half width, a bold one of mathematics?
fn has_plain_form(c: char) -> bool {
    matches!(c, '\u{aa}'..='\u{24f}' | '\u{fb00}'..='\u{fb06}' | '\u{ff61}'..='\u{ffdc}' | '\u{1d400}'..='\u{1d7ff}')
        && (c.is_alphabetic() || c >= '\u{ff61}')
}

/// Adds a letter, or joins a mark with the letter before it.
fn add(last: &mut Option<(char, usize)>, c: char, at: usize, push: &mut impl FnMut(char, usize)) {
    // The vowels and final consonants of Hangul are no marks, but join as if they were.
    if unicode::is_combining_mark(c) || matches!(c, '\u{1161}'..='\u{11c2}') {
        if let Some((letter, _)) = last {
            if loses_marks(*letter) {
                return;
            }
            if let Some(joined) = unicode::compose(*letter, c) {
                *letter = joined;
                return;
            }
        }
        // Stress marks of Russian and the like.
        if matches!(c, '\u{300}'..='\u{36f}') {
            return;
        }
    }
    next(last, c, at, push);
}

/// Is it a letter of Latin or Greek?
fn loses_marks(c: char) -> bool {
    matches!(c, '\0'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}')
}

/// The letter before is complete.
fn next(last: &mut Option<(char, usize)>, c: char, at: usize, push: &mut impl FnMut(char, usize)) {
    end(last.replace((c, at)), push);
}

/// Gives a complete letter, or what it is written as without its own sign.
fn end(letter: Option<(char, usize)>, push: &mut impl FnMut(char, usize)) {
    let Some((c, at)) = letter else { return };
    let plain = match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŋ' => "n",
        'ŧ' => "t",
        'ς' => "σ",
        'ё' => "е",
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' | '\u{b4}' => "'",
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '«' | '»' => "\"",
        '\u{2010}'..='\u{2015}' => "-",
        _ => return push(c, at),
    };
    plain.chars().for_each(|c| push(c, at));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        fold(text, &mut |c, _| out.push(c));
        out
    }

    #[test]
    fn letters_of_latin_and_greek_lose_their_marks() {
        for (text, want) in [
            ("Größe", "grosse"),
            ("GRÖẞE", "grosse"),
            ("Người dùng không tồn tại", "nguoi dung khong ton tai"),
            ("Đã đầy", "da day"),
            ("Lietotājs ķļņģ ŪĪĒ", "lietotajs klng uie"),
            ("Vartotojo dėžutė pilna, ūš", "vartotojo dezute pilna, us"),
            ("Άγνωστος ΧΡΉΣΤΗΣ", "αγνωστοσ χρηστησ"),
            ("ΐ ὁδός", "ι οδοσ"),
            ("İSTANBUL ısı ğ", "istanbul isi g"),
            ("Łódź żółć", "lodz zolc"),
            ("sœur, Ærø, þing, ðæ, ħ", "soeur, aero, thing, dae, h"),
            ("e\u{301}e\u{323}\u{302}", "ee"),
            ("ﬁle nº 5 Ａ：ｂ", "file no 5 a:b"),
            ("𝐕𝐞𝐫𝐢𝐟𝐲", "verify"),
        ] {
            assert_eq!(folded(text), want);
        }
    }

    #[test]
    fn letters_of_other_scripts_keep_their_marks() {
        for (text, want) in [
            ("ЁЛКА", "елка"),
            ("Почтовый", "почтовый"),
            ("и\u{306}, а\u{301}, Ї", "й, а, ї"),
            ("ガ が カ\u{3099} ｶﾞ ﾊﾟ", "ガ が ガ ガ パ"),
            ("한글 \u{1112}\u{1161}\u{11ab}", "한글 한"),
            ("पता नहीं ड़", "पता नहीं ड़"),
            ("กล่องจดหมายเต็ม ำ", "กล่องจดหมายเต็ม ำ"),
            ("المستخدم غير موجود", "المستخدم غير موجود"),
            ("…™№½", "…™№½"),
        ] {
            assert_eq!(folded(text), want);
            assert_eq!(folded(want), want, "folding twice");
        }
    }

    #[test]
    fn signs_are_plain() {
        assert_eq!(folded("«a» “b” ‘c’ d`e – f\u{200b}g\u{ad}h\u{feff}"), "\"a\" \"b\" 'c' d'e - fgh");
        assert_eq!(folded("\u{301}a ´ ¨"), "a ' ¨");
    }

    #[test]
    fn offsets_are_those_of_the_characters() {
        let text = "aßé\u{301}カ\u{3099}z";
        let mut places = Vec::new();
        fold(text, &mut |c, at| places.push((c, at)));
        assert_eq!(places, [('a', 0), ('s', 1), ('s', 1), ('e', 3), ('ガ', 7), ('z', 13)]);
    }
}
