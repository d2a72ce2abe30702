package org.mailboxremediation.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.NewEvent;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;

/** Writes notices and their events, in the caller's transaction. */
@Component
final class NoticeLog {

    private final NoticeTable table;
    private final EventChain chain;
    private final Clock clock;

    NoticeLog(NoticeTable table, EventChain chain, Clock clock) {
        this.table = table;
        this.chain = chain;
        this.clock = clock;
    }

    List<Notice> of(String incidentId) {
        return table.of(incidentId);
    }

    /** Those of many cases, each case's oldest first. */
    List<Notice> of(Collection<String> incidentIds) {
        return table.of(incidentIds);
    }

    /** Who is owed a notice of this kind already. */
    Set<String> recipients(String incidentId, NoticeKind kind) {
        return table.of(incidentId).stream()
                .filter(notice -> notice.kind() == kind)
                .map(Notice::recipient)
                .collect(Collectors.toSet());
    }

    Notice get(String id) {
        return table.get(id);
    }

    /**
     * Owes a notice that the case does not have yet, or keeps it as withheld; under the case's lock.
     *
     * @param withheld why it may not be sent; null if it may
     */
    void add(String incidentId, String recipient, NoticeKind kind, @Nullable String withheld) {
        NoticeStatus status = withheld == null ? NoticeStatus.QUEUED : NoticeStatus.WITHHELD;
        Instant now = Times.now(clock);
        Instant settled = withheld == null ? null : now;
        String id = UUID.randomUUID().toString();
        Notice notice = new Notice(id, incidentId, recipient, kind, Channel.MAIL, status, withheld, now, settled);
        table.insert(notice);
        append(notice, CaseEvent.SYSTEM);
    }

    /** Makes room for another notice of this kind where the last is old; the chain keeps what became of it. */
    void forget(String incidentId, NoticeKind kind, Instant until) {
        chain.lock(incidentId);
        table.deleteSettled(incidentId, kind, until);
    }

    /** Settles a notice that is still queued; one that is not stays as it is. */
    void settle(Notice queued, NoticeStatus status, @Nullable String reason) {
        change(queued, queued.channel(), status, reason, CaseEvent.SYSTEM);
    }

    /** Keeps that a person knows the recipient to be reached. */
    void acknowledge(Notice notice, Channel channel, String actor) {
        change(notice, channel, NoticeStatus.ACKNOWLEDGED, notice.reason(), actor);
    }

    private void change(Notice from, Channel channel, NoticeStatus status, @Nullable String reason, String actor) {
        chain.lock(from.incidentId());
        Notice changed = from.settled(channel, status, reason, Times.now(clock));
        if (from.status() != status && table.settle(changed, from.status())) {
            append(changed, actor);
        }
    }

    private void append(Notice notice, String actor) {
        NewEvent event = NoticeEvent.of(notice, actor);
        chain.append(event.caseId(), event.actor(), event.type(), event.payload());
    }
}
