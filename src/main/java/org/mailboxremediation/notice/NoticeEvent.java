package org.mailboxremediation.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.mailboxremediation.event.NewEvent;

/** The event that tells how far a notice has come. */
final class NoticeEvent {

    private NoticeEvent() {}

    static NewEvent of(Notice notice, String actor) {
        Map<String, String> payload = new HashMap<>();
        payload.put("noticeId", notice.id());
        payload.put("recipient", notice.recipient());
        payload.put("kind", notice.kind().name());
        payload.put("channel", notice.channel().name());
        String reason = notice.reason();
        if (reason != null) {
            payload.put("reason", reason);
        }
        return new NewEvent(notice.incidentId(), actor, type(notice.status()), payload);
    }

    private static String type(NoticeStatus status) {
        String name = status.name();
        return "Notice" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
