//! Korean: return notices of Naver, Daum (Kakao), Nate and company systems, and the Korean user texts of Exchange, Gmail and
//! Google Groups. Their SMTP replies are English; the words here stand in reports and notices (foxydog.tistory.com/69, 180).

use crate::names::terms::Cause;
use crate::rules::rule::{RULE, Rule, ex};

const SOURCE: &str = "return notices of Korean mail systems (foxydog.tistory.com, oliveit.tistory.com); Korean edition of the Exchange DSN texts (learn.microsoft.com/ko-kr/exchange/mail-flow/non-delivery-reports-and-bounce-messages)";

// Packed by hand: one phrase a line would hide the table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ko-ip-blocklisted",
        cause: Cause::IpBlocklisted,
        says: &[
            "블랙리스트", "차단 목록", "차단된 ip", "ip가 차단", "ip 차단", "ip 주소가 차단", "ip주소가 차단", "스팸 ip", "스팸ip", "실시간 차단",
            "rbl 등록", "rbl에 등록",
        ],
        not: &["보낸 사람", "발신자", "보낸사람"],
        examples: &[ex("554 5.7.1 발송 IP 192.0.2.7 이 블랙리스트에 등록되어 차단되었습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-greylisted",
        cause: Cause::Greylisted,
        says: &["그레이리스트", "그레이리스팅"],
        examples: &[ex("450 4.7.1 그레이리스트로 인해 일시 거부되었습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-reverse-dns-missing",
        cause: Cause::ReverseDnsMissing,
        says: &["역방향 dns", "역방향 도메인", "리버스 도메인", "ptr 레코드", "ptr레코드", "역방향 조회"],
        examples: &[ex("550 5.7.25 역방향 DNS 가 설정되지 않았습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-virus-detected",
        cause: Cause::VirusDetected,
        says: &["바이러스가 발견", "바이러스가 검출", "바이러스가 포함", "바이러스에 감염", "바이러스 감염", "바이러스 메일", "악성코드", "악성 코드", "맬웨어"],
        examples: &[ex("554 5.7.1 메일에서 바이러스가 발견되었습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-message-too-large",
        cause: Cause::MessageTooLarge,
        says: &[
            "메일의 크기", "메일 크기", "메일크기", "편지의 크기", "편지 크기", "메시지 크기", "메시지의 크기", "메시지가 너무 큽", "메시지가 너무 크", "크기 제한",
            "크기가 너무", "용량이 너무", "최대 크기", "첨부파일 용량", "첨부 용량",
        ],
        examples: &[ex("552 5.3.4 보내신 메일의 크기가 커서, 받는 서버에서 수신을 차단하였습니다."), ex("552 발송하신 편지의 크기가 너무커서 수신을 거부하였습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-too-many-recipients",
        cause: Cause::TooManyRecipients,
        says: &["받는 사람이 너무", "받는사람이 너무", "수신자가 너무", "수신자 수", "받는 사람 수", "수신인 수"],
        examples: &[ex("452 4.5.3 받는 사람이 너무 많습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-sending-quota-exceeded",
        cause: Cause::SendingQuotaExceeded,
        says: &["발송 한도", "발송한도", "발송 제한", "발송량", "발송 건수", "하루 발송", "일일 발송", "1일 발송", "전송 한도"],
        examples: &[ex("550 5.4.5 하루 발송 한도를 초과했습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-rate-limited",
        cause: Cause::RateLimited,
        says: &[
            "접속이 너무", "연결이 너무", "동시 접속", "동시접속", "접속 제한", "연결 수", "너무 많은 메일", "너무 많은 연결", "너무 많은 메시지", "대량 메일",
            "대량메일",
        ],
        examples: &[ex("421 4.7.0 너무 많은 연결이 감지되었습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-mailbox-full",
        cause: Cause::MailboxFull,
        says: &[
            "메일함이 가득", "편지함이 가득", "사서함이 가득", "사서함이 꽉", "사서함이 찼", "받은 편지함이 가득", "편지함이 꽉", "메일함이 꽉", "편지함 용량",
            "메일함 용량", "사서함 용량", "메일 용량이 초과", "메일 용량 초과", "메일용량", "용량을 초과", "용량이 초과", "용량 초과", "용량초과", "용량이 부족",
            "용량 부족", "저장 공간", "저장공간", "할당량", "메일박스가 가득", "메일박스 용량",
        ],
        not: &["디스크 용량", "서버 용량"],
        examples: &[
            ex("552 5.2.2 수신자의 메일함이 가득 찼습니다"),
            ex("받는 사람의 사서함이 꽉 차서 지금은 메시지를 받을 수 없습니다."),
            ex("552 받는 사람의 편지함 용량이 초과되었습니다"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-mailbox-disabled",
        cause: Cause::MailboxDisabled,
        says: &["정지된 계정", "정지된 사용자", "비활성", 
            "휴면 계정", "휴면계정", "휴면 상태", "휴면상태", "휴면 처리", "사용 중지", "사용중지", "사용이 중지", "사용 정지", "계정이 정지", "계정이 비활성",
            "비활성화", "탈퇴한", "탈퇴 회원", "해지된", "잠긴 계정", "계정이 잠", "이용 정지", "이용정지", "이용이 정지",
        ],
        examples: &[ex("550 5.2.1 휴면 계정으로 메일을 수신할 수 없습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-recipient-moved",
        cause: Cause::RecipientMoved,
        says: &["새 주소", "새로운 주소", "새로운 메일 주소", "주소가 변경", "주소를 변경", "퇴사"],
        examples: &[ex("551 5.1.6 메일 주소가 변경되었습니다. 새 주소: user@example.org")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-sender-not-permitted",
        cause: Cause::SenderNotPermitted,
        says: &[
            "보낼 수 있는 권한", "보낼 권한", "보낼 수 있는 사용 권한", "보내는 권한", "보낼 수 없는 수신자", "게시할 권한", "배달이 제한", "회원만", "구성원만",
            "허용된 발신자", "허용된 사용자만", "내부 사용자만",
        ],
        not: &["연락하려는 그룹"],
        examples: &[ex("550 5.7.1 이 받는 사람에게 메시지를 보낼 수 있는 권한이 없습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-domain-not-found",
        cause: Cause::DomainNotFound,
        says: &[
            "도메인이 존재하지", "도메인을 찾을 수", "도메인이 없", "존재하지 않는 도메인", "없는 도메인", "알 수 없는 도메인", "호스트를 찾을 수", "알 수 없는 호스트",
            "mx 레코드", "mx레코드", "도메인 정보를 찾을 수",
        ],
        not: &["보낸 사람", "발신자", "발신 도메인"],
        examples: &[ex("550 5.1.2 존재하지 않는 도메인입니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-relay-denied",
        cause: Cause::RelayDenied,
        says: &["릴레이가 거부", "릴레이 거부", "릴레이를 허용", "릴레이가 허용", "릴레이 차단", "중계가 거부", "중계를 허용", "중계가 허용"],
        examples: &[ex("554 5.7.1 릴레이가 허용되지 않습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-smtp-auth-required",
        cause: Cause::SmtpAuthRequired,
        says: &["인증이 필요", "인증에 실패", "인증 실패", "로그인이 필요", "비밀번호가 일치", "비밀번호가 틀", "암호가 틀", "인증되지 않은"],
        examples: &[ex("530 5.7.0 인증이 필요합니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-sender-rejected",
        cause: Cause::SenderAddressRejected,
        says: &[
            "보낸 사람 주소", "보낸사람 주소", "보내는 사람 주소", "보낸 사람의 주소", "발신자 주소", "발신 주소", "발신자의 도메인", "발신 도메인", "보낸 사람의 도메인",
            "발신인 주소",
        ],
        not: &["차단"],
        examples: &[ex("553 5.1.8 발신 도메인이 존재하지 않습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-sender-blocked",
        cause: Cause::SenderBlocked,
        says: &[
            "수신 거부", "수신거부", "수신을 거부", "수신 차단", "수신차단", "수신을 차단", "받는 사람이 거부", "수신자가 차단", "수신자가 거부", "발신자가 차단",
            "발신자 차단", "보낸 사람이 차단", "보낸사람이 차단", "받는 사람이 차단", "수신자의 차단", "스팸 설정", "차단된 발신자",
        ],
        examples: &[ex("550 5.7.1 수신자가 수신거부한 발신자입니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-spam-content",
        cause: Cause::SpamContent,
        says: &[
            "스팸으로", "스팸메일로", "스팸 메일로", "스팸성", "스팸 필터", "스팸필터", "스팸 의심", "스팸 메일", "스팸메일", "스팸차단", "스팸 차단", "정크 메일",
            "정크메일", "피싱",
        ],
        examples: &[ex("550 5.7.1 스팸으로 분류되어 거부되었습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-content-blocked",
        cause: Cause::ContentBlocked,
        says: &[
            "첨부파일이 차단", "첨부 파일이 차단", "첨부파일 형식", "첨부 파일 형식", "허용되지 않는 첨부", "허용되지 않은 첨부", "확장자", "금지된 내용", "금지어",
            "내용이 차단", "제한된 첨부",
        ],
        examples: &[ex("554 5.7.1 허용되지 않는 첨부파일 확장자입니다 (.exe)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-recipient-unknown",
        cause: Cause::RecipientUnknown,
        says: &[
            "존재하지 않는 사용자", "존재하지 않는 계정", "존재하지 않는 주소", "존재하지 않는 메일", "존재하지 않는 이메일", "존재하지 않는 수신자", "존재하지 않는 아이디",
            "존재하지 않는 편지", "존재하지 않는 사서함", "존재하지 않는 받는", "없는 사용자", "없는 계정", "없는 메일 주소", "사용자가 존재하지", "사용자가 없",
            "사용자를 찾을 수", "계정이 존재하지", "계정이 없", "계정을 찾을 수", "수신자가 존재하지", "수신자를 찾을 수", "받는 사람이 존재하지", "받는 사람을 찾을 수",
            "받는사람이 존재하지", "받는사람을 찾을 수", "주소를 찾을 수", "주소가 존재하지", "주소가 없", "메일 주소를 찾을", "아이디가 존재하지", "사서함을 찾을 수",
            "사서함이 존재하지", "메일함이 존재하지", "알 수 없는 사용자", "알 수 없는 수신자", "알 수 없는 받는", "연락하려는 그룹",
        ],
        not: &["보낸 사람", "발신자"],
        examples: &[
            ex("550 5.1.1 존재하지 않는 사용자입니다"),
            ex("입력한 전자 메일 주소를 찾을 수 없습니다. 받는 사람의 주소를 확인하십시오."),
            ex("주소를 찾을 수 없음: 메일이 전송되지 않았습니다"),
        ],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-recipient-address-invalid",
        cause: Cause::RecipientAddressInvalid,
        says: &[
            "주소 형식", "주소가 잘못", "잘못된 주소", "잘못된 메일", "잘못된 이메일", "올바르지 않은 주소", "주소가 올바르지", "유효하지 않은 주소", "잘못된 수신자",
        ],
        not: &["보낸 사람", "발신자"],
        examples: &[ex("553 5.1.3 메일 주소 형식이 올바르지 않습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-routing-loop",
        cause: Cause::RoutingLoop,
        says: &["메일 루프", "메일루프", "루프가 감지", "루프 감지", "홉 수"],
        examples: &[ex("554 5.4.6 메일 루프가 감지되었습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-message-expired",
        cause: Cause::MessageExpired,
        says: &["배달 시도를 중지", "전송 시도를 중지", "시도를 중지", "전송을 포기", "재전송 횟수", "시간 내에 전송", "메시지가 만료", "재시도 횟수"],
        examples: &[ex("메시지를 여러 번 배달하려고 했으나 실패하여 배달 시도를 중지했습니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-connection-failed",
        cause: Cause::ConnectionFailed,
        says: &[
            "연결할 수 없", "연결하지 못", "연결에 실패", "연결 실패", "접속할 수 없", "접속에 실패", "접속 실패", "연결이 거부", "연결이 끊", "연결 시간",
            "접속 시간", "응답이 없", "응답하지 않", "시간 초과", "시간초과",
        ],
        examples: &[ex("mail.example.com 서버에 연결할 수 없습니다 (시간 초과)")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-storage-full",
        cause: Cause::ServerStorageFull,
        says: &["디스크 용량", "디스크 공간", "서버 용량"],
        examples: &[ex("452 4.3.1 서버 디스크 공간이 부족합니다")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-server-error",
        cause: Cause::ServerError,
        says: &[
            "내부 오류", "시스템 오류", "서버 오류", "일시적인 오류", "일시적인 장애", "일시적인 문제", "일시적으로", "서비스를 사용할 수", "서비스를 이용할 수", "점검 중",
            "점검중", "서버가 사용 중", "나중에 다시", "잠시 후",
        ],
        examples: &[ex("451 4.3.0 일시적인 오류입니다. 잠시 후 다시 시도해 주세요")],
        source: SOURCE,
        ..RULE
    },
    Rule {
        id: "ko-policy-rejection",
        cause: Cause::PolicyRejection,
        says: &["정책에 따라", "정책에 의해", "정책 위반", "보안 정책", "정책으로", "보안상의 이유", "액세스가 거부", "접근이 거부", "접근이 차단"],
        examples: &[ex("550 5.7.1 보안 정책에 따라 거부되었습니다")],
        source: SOURCE,
        ..RULE
    },
];
