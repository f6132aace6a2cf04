//! Chinese, simplified and traditional: replies and return notices of QQ Mail, NetEase (163, 126), Sina, Coremail systems,
//! 263, Aliyun and of providers in Taiwan and Hong Kong, and the Chinese user texts of Exchange, Gmail and Google Groups.
//! QQ: qqmailbox.com/transceivers/169.html; Coremail: icoremail.vip/support; Exchange: exchangecn.com.

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "return notices of QQ Mail, NetEase and Coremail (qqmailbox.com/transceivers/169.html, icoremail.vip/support); Chinese editions of the Exchange DSN texts (learn.microsoft.com/zh-cn/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "zh-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "收件人加入黑名单", "收件人的黑名单", "收件人黑名单", "收件人将您", "收件人将你", "收件人设置了", "收件人拒收", "收件人拒绝", "被收件人拒", "被对方拒收", "对方拒收",
            "对方拒绝接收", "对方邮箱拒", "发件人被拒", "发件人被列入黑名单", "发件人在黑名单", "发件人地址被拒", "发件人已被阻止", "发件人被阻止", "发件人被屏蔽", "发信人被拒",
            "在对方的黑名单", "用户黑名单", "收件者拒收", "收件者拒絕", "收件人拒絕", "被收件者封鎖", "寄件者被封鎖", "寄件者已被封鎖", "寄件者被拒", "對方拒收", "拒收名單",
        ],
        examples: &[ex("550 5.7.1 发件人被列入黑名单"), ex("550 该邮件被收件人拒收"), ex("550 5.7.1 寄件者已被封鎖")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "黑名单", "黑名單", "ip被列入", "ip 被列入", "ip地址被", "ip 地址被", "ip被拒", "ip被封", "ip被屏蔽", "ip已被", "发信ip", "发件ip",
            "发送ip", "寄信ip", "ip位址被", "ip 位址被", "封鎖清單", "实时黑名", "屏蔽列表",
        ],
        not: &["域名在", "域名被", "发件人", "發件人", "寄件者", "频率"],
        examples: &[ex("554 5.7.1 您的IP地址 192.0.2.7 被列入黑名单")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-domain-blocklisted",
        cause: Cause::DomainBlocklisted,
        says: &["域名 * 黑名单", "域名被列入", "域名在黑名单", "链接 * 黑名单", "網域 * 黑名單", "恶意链接", "惡意連結"],
        examples: &[ex("554 5.7.1 您的域名在黑名单中")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-greylisted",
        cause: Cause::Greylisted,
        says: &["灰名单", "灰名單", "灰度名单"],
        examples: &[ex("450 4.7.1 灰名单，请稍后重试")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &["反向解析", "反解", "ptr记录", "ptr記錄", "反查"],
        examples: &[ex("550 5.7.25 IP 192.0.2.7 没有反向解析")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-virus-detected",
        cause: Cause::VirusDetected,
        says: &[
            "含有病毒", "包含病毒", "带有病毒", "发现病毒", "检测到病毒", "病毒邮件", "邮件带毒", "恶意软件", "恶意程序", "木马", "發現病毒", "偵測到病毒", "帶有病毒",
            "病毒郵件", "惡意程式",
        ],
        examples: &[ex("554 5.7.1 邮件含有病毒，被拒绝"), ex("554 5.7.1 郵件帶有病毒")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "邮件过大", "邮件太大", "邮件大小超", "邮件的大小超", "邮件超过", "邮件尺寸", "邮件大小", "附件过大", "附件太大", "超过最大邮件", "信件过大", "信件太大",
            "郵件過大", "郵件太大", "郵件大小", "信件過大", "訊息太大", "附件過大", "大小限制", "大小上限",
        ],
        examples: &[ex("552 5.3.4 邮件大小超过限制"), ex("552 郵件過大，無法傳送")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["收件人过多", "收件人太多", "收件人数", "收件人数量", "收件人數", "收件者過多", "收件者太多", "收件者人數", "收件者數"],
        examples: &[ex("452 4.5.3 收件人过多"), ex("452 4.5.3 收件者過多")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &[
            "发信量", "发信数量", "发送数量", "发信配额", "发送配额", "发送限额", "发信限额", "发送上限", "发信上限", "当日发送", "今日发送", "每日发送", "每天发送",
            "寄信數量", "寄送數量", "發信量", "寄件上限", "每日寄送",
        ],
        examples: &[ex("550 5.4.5 您的账号发信数量已达到今日上限")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "频率过高", "频率过快", "发信过快", "发送过快", "发信频率", "发送频率", "频率限制", "频率超", "连接数过多", "连接过多", "连接数超", "连接频率", "并发连接",
            "过于频繁", "太频繁", "頻率過高", "發信頻率", "寄信頻率", "連線數過多", "連線過多", "過於頻繁",
        ],
        examples: &[ex("421 4.7.0 发信频率过高，请稍后再试"), ex("421 4.7.0 連線數過多")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "邮箱已满", "邮箱满", "邮箱空间", "邮箱容量", "邮箱超出", "邮箱超过", "邮箱已超", "信箱已满", "信箱空间", "信箱容量", "收件箱已满", "收件人空间", "收件人容量",
            "用户空间", "容量已满", "容量超", "空间已满", "空间不足", "存储空间", "超出配额", "超过配额", "配额已满", "配额已用", "配额不足", "用户配额", "信箱已滿",
            "信箱空間", "郵箱已滿", "郵箱空間", "收件匣已滿", "收件匣空間", "郵件信箱已滿", "空間已滿", "空間不足", "超出配額", "超過配額", "儲存空間", "容量已滿",
        ],
        not: &["磁盘空间", "磁碟空間", "系统空间", "服务器空间"],
        examples: &[ex("552 5.2.2 收件人邮箱已满"), ex("收件人空间不足"), ex("收件人的邮箱已满，现在无法接收邮件。"), ex("552 5.2.2 收件者的信箱已滿")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-sender-account-suspended",
        cause: Cause::SenderAccountSuspended,
        says: &[
            "您的账号已被", "您的帐号已被", "您的帐户已被", "您的账户已被", "您的帳號已被", "你的账号已被", "你的帐号已被", "您的发信功能", "发信权限已", "发信功能已", "禁止发信",
            "禁止发送",
        ],
        examples: &[ex("550 5.7.0 您的账号已被禁止发信")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &[
            "账号已停用", "帐号已停用", "账户已停用", "帐户已停用", "用户已停用", "用户被停用", "用户已被停用", "邮箱已停用", "邮箱被停用", "邮箱已被停用", "邮箱停用",
            "已被禁用", "被禁用", "已禁用", "账号被锁", "帐号被锁", "账号已锁", "用户被锁", "邮箱被锁", "被冻结", "已冻结", "账号已注销", "帐号已注销", "邮箱已注销",
            "用户已注销", "已注销", "账号已过期", "帐号已过期", "用户已过期", "邮箱已过期", "未开通", "未激活", "邮箱已关闭", "邮箱被关闭", "长期未登录", "長期未登入",
            "帳號已停用", "帳戶已停用", "帳號停用", "信箱已停用", "信箱停用", "已被停用", "停權",
        ],
        not: &["您的账号", "您的帐号", "您的帳號", "域名已过期"],
        examples: &[ex("550 5.2.1 该邮箱已停用"), ex("该用户未开通QQ邮箱"), ex("550 5.2.1 此帳號已停用")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &[
            "新邮箱地址", "新的邮箱地址", "新地址", "新的电子邮件", "新信箱", "已更换邮箱", "已更换地址", "已离职", "已離職", "已搬迁", "地址已变更", "地址已更改",
            "地址已變更",
        ],
        examples: &[ex("551 5.1.6 收件人地址已变更，新地址： user@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "没有权限向", "没有权限发", "没有发送权限", "没有向此收件人", "无权向", "无权发送", "未被授权", "未获授权", "只允许", "仅允许", "仅限内部", "只接受", "仅接受",
            "只接收", "不接收外部", "不接收外域", "限制外部", "投递受限", "传递受限", "传递到此地址", "傳遞到此地址", "沒有權限", "沒有傳送", "未獲授權", "只允許",
            "僅允許", "僅限", "限制傳送",
        ],
        not: &["试图联系的群组", "尝试联系的群组", "試圖聯絡的", "嘗試聯絡的"],
        examples: &[ex("550 5.7.1 您没有向此收件人发送邮件的权限"), ex("550 5.7.1 该邮件列表只允许成员发信"), ex("550 5.7.1 您沒有權限傳送至此收件者")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "域名不存在", "域名错误", "域名不正确", "域名无法解析", "域名解析失败", "域名没有", "域不存在", "找不到域", "找不到该域名", "无法解析域名", "无法找到域名",
            "找不到主机", "主机不存在", "未知主机", "未知域名", "没有mx", "没有 mx", "mx记录不存在", "无mx", "網域不存在", "網域名稱不存在", "找不到網域",
            "找不到主機", "主機不存在", "沒有mx", "沒有 mx",
        ],
        not: &["发件人域名", "发信域名", "发件域名", "寄件者"],
        examples: &[ex("550 5.1.2 收件人域名不存在"), ex("找不到主机 example.com"), ex("550 5.1.2 網域不存在")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-relay-denied",
        cause: Cause::RelayDenied,
        says: &[
            "不允许转发", "禁止转发", "拒绝转发", "不允许中继", "禁止中继", "拒绝中继", "中继被拒", "转发被拒", "不允許轉寄", "拒絕轉寄", "不允許轉送", "拒絕轉送",
            "禁止轉發", "拒絕中繼", "轉送遭拒",
        ],
        examples: &[ex("554 5.7.1 不允许中继")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &[
            "需要认证", "需要验证", "需要身份验证", "需要登录", "认证失败", "身份验证失败", "登录失败", "密码错误", "授权码", "用户名或密码", "需要認證", "需要驗證",
            "驗證失敗", "認證失敗", "密碼錯誤",
        ],
        examples: &[ex("530 5.7.0 需要身份验证")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "发件人地址", "发件人不存在", "发件人无效", "发件人域名", "发件域名", "发信人地址", "发信人域名", "发信域名", "无效的发件人", "非法发件人", "寄件者地址",
            "寄件人地址", "寄件者網域", "無效的寄件者", "寄件者不存在",
        ],
        not: &["黑名单"],
        examples: &[ex("553 5.1.8 发件人域名不存在")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "用户不存在", "该用户不存在", "无此用户", "没有此用户", "没有该用户", "没有这个用户", "找不到用户", "找不到该用户", "未知用户", "用户未找到", "用户没有找到",
            "收件人不存在", "收件人地址不存在", "收件人邮件地址 * 不存在", "收件人邮箱地址不存在", "收件人邮箱不存在", "收件地址不存在", "找不到收件人", "未找到收件人", "无此收件人",
            "未知收件人", "收件人未知", "收件人账号不存在", "收件人地址错误", "收件人地址有误", "地址不存在", "地址 * 不存在", "地址找不到", "找不到地址", "找不到该地址",
            "找不到您输入的电子邮件地址", "您输入的电子邮件地址", "未找到该地址", "邮箱不存在", "邮箱 * 不存在", "邮箱未找到", "找不到邮箱", "信箱不存在", "账号不存在",
            "帐号不存在", "账户不存在", "帐户不存在", "邮件地址无法找到", "使用者不存在", "無此使用者", "查無此", "找不到使用者", "找不到此使用者", "收件者不存在", "收件人不存在",
            "收件者地址不存在", "找不到收件者", "找不到收件人", "無此收件者", "地址不存在", "找不到地址", "找不到該地址", "找不到您輸入的", "您輸入的電子郵件地址",
            "電子郵件地址找不到", "信箱不存在", "無此信箱", "找不到信箱", "帳號不存在", "無此帳號", "帳戶不存在", "不存在此帳號", "未知的使用者", "未知的收件者", "试图联系的群组",
            "尝试联系的群组", "試圖聯絡的", "嘗試聯絡的",
        ],
        not: &["发件人不存在", "发信人不存在", "寄件者不存在", "寄件人不存在"],
        examples: &[
            ex("550 5.1.1 该用户不存在"),
            ex("550 收件人邮箱地址不存在，邮件无法送达"),
            ex("550 5.1.1 无此用户"),
            ex("找不到您输入的电子邮件地址。请检查收件人的电子邮件地址并尝试重新发送。"),
            ex("550 5.1.1 查無此帳號"),
            ex("550 5.1.1 使用者不存在"),
            ex("找不到地址。您的郵件未送達，因為系統找不到該地址。"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "地址格式", "收件人格式", "地址无效", "无效的地址", "无效地址", "无效的收件人", "收件人无效", "地址不合法", "地址非法", "地址語法", "地址无法识别", "無效的地址",
            "無效地址", "無效的收件", "地址無效", "地址錯誤", "地址错误",
        ],
        not: &["发件人", "寄件者", "ip地址"],
        examples: &[ex("553 5.1.3 收件人地址格式错误")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-spam-content",
        cause: Cause::SpamContent,
        says: &["垃圾邮件", "垃圾信件", "反垃圾", "疑似垃圾", "垃圾郵件", "垃圾信", "廣告信", "广告邮件", "钓鱼", "釣魚"],
        examples: &[ex("550 5.7.1 您的邮件被识别为垃圾邮件"), ex("550 5.7.1 疑似垃圾信件，拒收")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "附件类型", "附件格式", "附件不允许", "附件被拒", "附件被禁止", "禁止的附件", "不允许的附件", "文件类型", "邮件内容违规", "内容违规", "违规内容", "敏感内容",
            "敏感词", "敏感信息", "非法内容", "违禁内容", "内容被拒", "内容拒绝", "邮件内容被", "含有违", "附件類型", "檔案類型", "不允許的附件", "內容違規", "內容被拒",
            "禁止的附檔",
        ],
        examples: &[ex("554 5.7.1 不允许的附件类型 (.exe)"), ex("550 邮件内容违规，被拒绝")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-tls-failure",
        cause: Cause::TlsFailure,
        says: &["需要tls", "需要加密", "要求tls", "加密连接", "证书无效", "证书过期", "证书错误", "憑證無效", "憑證過期", "加密連線"],
        examples: &[ex("530 5.7.0 需要加密连接")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-routing-loop",
        cause: Cause::RoutingLoop,
        says: &["邮件循环", "循环投递", "邮件死循环", "投递循环", "跳数过多", "跃点", "郵件迴圈", "郵件循環", "躍點"],
        examples: &[ex("554 5.4.6 检测到邮件循环")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-message-expired",
        cause: Cause::MessageExpired,
        says: &[
            "已停止尝试", "停止重试", "停止投递", "停止尝试", "投递超时", "多次尝试", "多次重试", "超过重试", "邮件已过期", "邮件过期", "多次投递", "已停止嘗試",
            "停止嘗試", "多次嘗試", "逾時未送達",
        ],
        examples: &[ex("服务器多次尝试投递此邮件均未成功，已停止尝试")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-dns-failure",
        cause: Cause::DnsFailure,
        says: &["dns查询", "dns 查询", "dns解析", "dns错误", "域名解析错误", "域名解析超时", "dns查詢"],
        examples: &[ex("451 4.4.0 DNS查询失败")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "无法连接", "连接失败", "连接超时", "连接被拒", "连接中断", "连接断开", "连接不上", "网络异常", "网络故障", "网络问题", "网络原因", "网络超时", "没有响应",
            "无响应", "未响应", "无法访问对方", "無法連線", "無法連接", "連線失敗", "連線逾時", "連線遭拒", "連線中斷", "沒有回應", "網路異常",
        ],
        not: &["重新尝试投递"],
        examples: &[ex("无法连接到 mail.example.com：连接超时"), ex("無法連線到 mail.example.com")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-storage-full",
        cause: Cause::ServerStorageFull,
        says: &["磁盘空间", "磁盘已满", "磁碟空間", "磁碟已滿", "系统空间", "服务器空间"],
        examples: &[ex("452 4.3.1 服务器磁盘空间不足")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-server-error",
        cause: Cause::ServerError,
        says: &[
            "内部错误", "系统错误", "服务器错误", "系统繁忙", "服务器繁忙", "系统忙", "服务不可用", "服务暂不可用", "暂时不可用", "暂时无法", "临时错误", "暂时性错误",
            "系统维护", "正在维护", "配置错误", "稍后再试", "稍后重试", "稍候再试", "內部錯誤", "系統錯誤", "伺服器錯誤", "系統忙碌", "伺服器忙碌", "暫時無法",
            "暫時性錯誤", "系統維護", "稍後再試", "稍後重試",
        ],
        examples: &[ex("451 4.3.0 系统繁忙，请稍后再试"), ex("451 4.3.0 伺服器忙碌，請稍後再試")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "zh-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &[
            "策略拒绝", "安全策略", "违反策略", "策略限制", "被策略", "根据策略", "安全原因", "拒绝访问", "访问被拒", "规则拒绝", "被规则", "原則拒絕", "安全性原則",
            "安全政策", "違反原則", "拒絕存取", "存取被拒", "拒绝接收", "拒绝收信", "拒收", "拒絕接收",
        ],
        examples: &[ex("550 5.7.1 邮件因安全策略被拒绝"), ex("550 5.7.1 違反安全性原則")],
        source: SOURCE,
        ..RULE
    },
];
