//! Japanese: replies and reports of Japanese providers, the notices of the mobile carriers (docomo, au, SoftBank; their English
//! replies have rules elsewhere), Notes/Domino, and the Japanese user texts of Exchange, Gmail and Google Groups.

use crate::names::terms::{Cause, Owner};
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "localised reports of Japanese mail systems; Japanese edition of the Exchange DSN texts (learn.microsoft.com/ja-jp/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ja-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &["ブラックリスト", "ブロックリスト", "ipアドレス * 拒否", "ipアドレス * ブロック", "ipアドレスが拒否", "ipアドレスからの接続", "拒否リスト"],
        not: &["送信者", "差出人"],
        examples: &[ex("554 5.7.1 お使いのIPアドレス 192.0.2.7 はブラックリストに登録されています")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-greylisted",
        cause: Cause::Greylisted,
        says: &["グレーリスト", "グレイリスト"],
        examples: &[ex("450 4.7.1 グレーリストにより一時的に拒否されました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-unauthenticated",
        cause: Cause::UnauthenticatedMail,
        says: &["送信ドメイン認証", "なりすましメール", "なりすましの可能性", "なりすまし拒否"],
        examples: &[ex("550 5.7.26 送信ドメイン認証に失敗したため受信を拒否しました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &["逆引き", "ptrレコード"],
        examples: &[ex("550 5.7.25 IPアドレス 192.0.2.7 の逆引きができません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "ウイルスを検出", "ウイルスが検出", "ウィルスを検出", "ウィルスが検出", "ウイルスが発見", "ウイルスを発見", "ウイルスに感染", "ウィルスに感染", "ウイルスが含まれ",
            "ウィルスが含まれ", "ウイルスメール", "マルウェア",
        ],
        examples: &[ex("554 5.7.1 メールからウイルスが検出されました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "サイズが大きすぎ", "サイズが大き過ぎ", "サイズ制限", "サイズの制限", "サイズの上限", "サイズが上限", "サイズが制限", "最大サイズ", "サイズを超え", "サイズオーバー",
            "容量制限を超え", "容量が大きすぎ", "メールが大きすぎ", "メッセージが大きすぎ", "メールサイズ", "メッセージサイズ", "メッセージのサイズ", "制限サイズ",
        ],
        examples: &[ex("552 5.3.4 メールサイズが制限を超えています"), ex("このメッセージはサイズが大きすぎるため配信できません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["宛先が多すぎ", "宛先数", "宛先の数", "受信者が多すぎ", "受信者の数", "受信者数", "同報数"],
        examples: &[ex("452 4.5.3 宛先が多すぎます")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &["送信数の上限", "送信数上限", "送信数制限", "送信通数", "送信制限", "送信上限", "送信できる上限", "1日に送信できる", "一日に送信できる"],
        examples: &[ex("550 5.4.5 1日に送信できる通数の上限に達しました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-rate-limited",
        cause: Cause::RateLimited,
        says: &["接続数が多すぎ", "接続数の上限", "同時接続数", "接続が多すぎ", "短時間に大量", "大量のメール", "大量送信", "流量制限", "送信頻度"],
        examples: &[ex("421 4.7.0 同時接続数の上限に達しました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "メールボックスが一杯", "メールボックスがいっぱい", "メールボックスが満杯", "メールボックスの容量", "メールボックス容量", "メールボックスに空き", "メールボックスは一杯",
            "メールボックスはいっぱい", "メールボックスの空き", "メールボックスの制限", "受信箱がいっぱい", "受信箱が一杯", "受信トレイがいっぱい", "受信トレイの容量", "受信ボックスの容量",
            "受信ボックスがいっぱい", "容量オーバー", "容量超過", "容量がいっぱい", "容量が一杯", "容量を超え", "容量不足", "保存容量", "空き容量", "ディスク容量制限",
            "クォータを超", "クォータの超過", "割り当て容量", "受信容量", "保存領域がいっぱい", "メールサーバーの容量",
        ],
        not: &["ディスクの空き容量", "サーバーの空き容量"],
        examples: &[
            ex("552 5.2.2 宛先のメールボックスが一杯です"),
            ex("受信者のメールボックスがいっぱいで、現在メッセージを受信できません。"),
            ex("メールボックスの容量を超えているため配信できませんでした"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "アカウントが停止", "アカウントは停止", "アカウントが無効", "アカウントは無効", "アカウントは利用できません", "アカウントが利用停止", "アカウントはロック", "アカウントがロック",
            "メールボックスが無効", "メールボックスは無効", "メールボックスが停止", "利用停止中", "利用が停止", "利用を停止", "休止中", "受信停止", "解約され", "退会",
            "ご利用いただけないアドレス", "使用されていません", "現在使われておりません", "現在使われていません", "現在利用されておりません",
        ],
        examples: &[ex("550 5.2.1 このアカウントは利用停止中です"), ex("550 ご指定のメールアドレスは現在使われておりません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &["アドレスが変更され", "アドレスを変更しました", "アドレス変更", "新しいアドレス", "新しいメールアドレス", "移転しました", "異動しました", "退職"],
        examples: &[ex("551 5.1.6 このアドレスは変更されました。新しいメールアドレス: user@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "送信する権限", "送信するためのアクセス許可", "送信するアクセス許可", "投稿する権限", "配信が制限されて", "配信は制限されて", "メンバーのみ", "会員のみ", "登録されたメンバー",
            "登録者以外", "許可されていない送信者", "許可された送信者", "送信が許可されて", "送信を許可されて",
        ],
        not: &["連絡しようとしたグループ"],
        examples: &[ex("550 5.7.1 この受信者に送信するためのアクセス許可がありません"), ex("550 5.7.1 このメーリングリストに投稿する権限がありません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "ドメインが見つかりません", "ドメインが存在しません", "ドメインは存在しません", "ドメイン名が見つかりません", "ドメイン名が存在", "ドメイン不明", "不明なドメイン",
            "ホストが見つかりません", "ホスト名が見つかりません", "ホスト不明", "不明なホスト", "mxレコードが", "存在しないドメイン", "宛先ドメインが",
        ],
        not: &["送信者", "送信元", "差出人"],
        examples: &[ex("550 5.1.2 宛先ドメインが見つかりません"), ex("ホスト不明: example.com")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "中継が拒否", "中継を拒否", "中継は許可されて", "中継が許可されて", "中継できません", "リレーが拒否", "リレーを拒否", "リレーは許可", "リレーできません", "不正中継",
            "メール中継", "第三者中継",
        ],
        examples: &[ex("554 5.7.1 メール中継は許可されていません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &["認証が必要", "認証に失敗", "認証エラー", "smtp認証", "パスワードが正しく", "パスワードが違", "送信前に受信", "ログインしてください"],
        examples: &[ex("530 5.7.0 認証が必要です")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "送信者アドレス", "送信者のアドレス", "送信者のメールアドレス", "送信元アドレス", "送信元のメールアドレス", "送信元ドメイン", "送信者のドメイン", "差出人アドレス",
            "差出人のアドレス", "差出人のメールアドレス", "差出人が不正", "差出人のドメイン",
        ],
        not: &["受信拒否", "ブロック"],
        examples: &[ex("553 5.1.8 送信元ドメインが存在しません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-recipient-filter",
        not: &["迷惑メールと判定", "スパムと判定", "迷惑メールとして判定", "ウイルス"],
        cause: Cause::SenderBlocked,
        owner: Some(Owner::Recipient),
        says: &[
            "受信拒否", "受信を拒否", "受信が拒否", "受信者によって拒否", "受信者により拒否", "受信者が拒否", "指定受信", "ドメイン指定", "迷惑メール設定", "迷惑メールフィルター設定",
            "受信制限", "受信設定", "お客様の設定により", "受信者の設定により", "宛先の設定により", "送信者は拒否", "送信者がブロック", "差出人はブロック",
        ],
        summary: "The recipient's mail settings refuse mail from {sender_domain}.",
        steps: &[
            "Open the mail settings of your provider or mobile carrier and look for the spam filter and the list of allowed and refused domains.",
            "Add {sender_domain} to the domains or addresses that you want to receive (specified reception, 指定受信).",
            "Switch off the refusal of mail from computers or with links, if the carrier has one.",
            "Ask the sender to send the message again.",
        ],
        examples: &[ex("550 5.7.1 宛先の受信拒否設定により配信できませんでした"), ex("ドメイン指定受信などの設定により受信できません")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-spam-content",
        cause: Cause::SpamContent,
        says: &["迷惑メールとして判定", 
            "迷惑メールと判定", "迷惑メールと判断", "迷惑メールとして", "迷惑メールの可能性", "迷惑メールである", "スパムと判定", "スパムと判断", "スパムとして", "スパムメールと",
            "スパムの可能性", "スパムフィルター", "スパムフィルタ", "スパムメール", "フィッシング",
        ],
        examples: &[ex("550 5.7.1 迷惑メールと判定されたため拒否しました"), ex("554 スパムとして検出されました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "添付ファイル * 許可され", "添付ファイル * 禁止", "添付ファイル * 拒否", "添付ファイルは許可", "添付ファイルの種類", "添付ファイルの形式", "ファイル形式", "拡張子",
            "禁止されている添付", "禁止されたファイル", "コンテンツフィルタ", "コンテンツが拒否", "禁止された内容", "本文に禁止",
        ],
        examples: &[ex("554 5.7.1 許可されていない拡張子の添付ファイルです (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "宛先不明", "あて先不明", "宛て先不明", "宛先が不明", "宛先が見つかりません", "宛先が存在しません", "宛先のアドレスが見つかりません", "宛先のアドレスが存在",
            "宛先メールアドレスが存在", "宛先のメールアドレスが", "宛先メールアドレスが見つかり", "不明な宛先", "ユーザーが見つかりません", "ユーザが見つかりません", "ユーザーが存在しません",
            "ユーザが存在しません", "ユーザーは存在しません", "ユーザは存在しません", "ユーザー不明", "ユーザ不明", "不明なユーザ", "存在しないユーザ", "該当するユーザ",
            "アドレスが見つかりません", "アドレスは見つかりません", "アドレスが存在しません", "アドレスは存在しません", "アドレスが存在しない", "アドレス不明", "アドレスは登録されておりません",
            "アドレスが登録されて", "メール アドレスが見つかり", "メール アドレスは見つかり", "存在しないアドレス", "存在しないメールアドレス", "受信者が見つかりません", "受信者が存在しません",
            "受信者は存在しません", "不明な受信者", "受信者不明", "メールボックスが見つかりません", "メールボックスが存在しません", "メールボックスは存在しません", "アカウントが存在しません",
            "アカウントは存在しません", "アカウントが見つかりません", "domino ディレクトリにありません", "ディレクトリにありません", "ディレクトリに登録されて", "連絡しようとしたグループ",
        ],
        not: &["送信者", "送信元", "差出人"],
        examples: &[
            ex("550 5.1.1 宛先不明"),
            ex("550 5.1.1 ユーザーが見つかりません"),
            ex("入力した電子メール アドレスが見つかりませんでした。受信者の電子メール アドレスを確認してください。"),
            ex("アドレス不明: メールを配信できませんでした"),
            ex("ユーザー 'Taro Yamada' は Domino ディレクトリにありません"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "アドレスが正しくありません", "アドレスは正しくありません", "アドレスが不正", "アドレスの形式", "アドレス形式", "アドレスが無効", "無効なアドレス", "無効なメールアドレス",
            "不正なアドレス", "不正なメールアドレス", "無効な受信者", "無効な宛先",
        ],
        not: &["送信者", "送信元", "差出人"],
        examples: &[ex("553 5.1.3 宛先のアドレス形式が不正です")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-tls-failure",
        cause: Cause::TlsFailure,
        says: &["証明書の有効期限", "証明書が無効", "証明書のエラー", "tls接続", "暗号化が必要", "starttlsが必要"],
        examples: &[ex("530 5.7.0 暗号化が必要です")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-routing-loop",
        cause: Cause::RoutingLoop,
        says: &["メールループ", "メールがループ", "ループを検出", "ループが検出", "ホップ数"],
        examples: &[ex("554 5.4.6 メールループを検出しました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "配信を中止", "配信の試行を中止", "配信を断念", "配送を断念", "再送を中止", "再送期限", "有効期限が切れ", "時間内に配信", "日間配信", "規定時間内", "一定時間",
        ],
        examples: &[ex("一定時間再送を試みましたが配信できなかったため、配信を中止しました")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "接続できません", "接続に失敗", "接続が拒否", "接続がタイムアウト", "接続が切断", "接続がリセット", "応答がありません", "応答しません", "タイムアウト", "サーバーに接続",
            "サーバに接続",
        ],
        examples: &[ex("mail.example.com に接続できませんでした (タイムアウト)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-storage-full",
        cause: Cause::ServerStorageFull,
        says: &["ディスクの空き容量", "サーバーの空き容量", "ディスク容量", "ディスクがいっぱい", "ディスクフル"],
        examples: &[ex("452 4.3.1 サーバーのディスク容量が不足しています")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-server-error",
        cause: Cause::ServerError,
        says: &[
            "内部エラー", "システムエラー", "サーバーエラー", "サーバエラー", "一時的なエラー", "一時的な障害", "一時的に利用", "一時的に受信", "メンテナンス",
            "サービスを利用できません", "サービスは利用できません", "混み合って", "しばらくして", "しばらく経って", "時間をおいて", "後でもう一度", "ルーティングが失敗",
        ],
        examples: &[ex("451 4.3.0 一時的なエラーが発生しました。しばらくしてからお試しください")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ja-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "ポリシーにより", "ポリシーによって", "ポリシー違反", "ポリシーに違反", "セキュリティポリシー", "セキュリティ上の理由", "アクセスが拒否", "アクセスは拒否",
            "受け付けられません", "受信できません",
        ],
        examples: &[ex("550 5.7.1 セキュリティポリシーにより拒否されました")],
        source: SOURCE,
        ..RULE
    },
];
