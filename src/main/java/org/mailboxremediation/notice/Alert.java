package org.mailboxremediation.notice;

/** The outbox's steps that send notices, one a kind. */
enum Alert {
    ALERT_ADMINISTRATORS(NoticeKind.ADMINISTRATOR),
    ALERT_COLLEAGUES(NoticeKind.COLLEAGUE),
    ALERT_OWNER(NoticeKind.OWNER),
    ALERT_SECURITY_LEADS(NoticeKind.SECURITY_LEAD),
    ALERT_REVEAL_FAILED(NoticeKind.REVEAL_FAILED),
    ALERT_DEVICE_INFECTED(NoticeKind.DEVICE_INFECTED),
    ALERT_SCAN_OVERDUE(NoticeKind.SCAN_OVERDUE),
    ALERT_SCAN_STILL_OVERDUE(NoticeKind.SCAN_STILL_OVERDUE),
    ALERT_BLOCK_REVIEW(NoticeKind.BLOCK_REVIEW);

    private final NoticeKind kind;

    Alert(NoticeKind kind) {
        this.kind = kind;
    }

    NoticeKind kind() {
        return kind;
    }

    String step() {
        return name();
    }
}
