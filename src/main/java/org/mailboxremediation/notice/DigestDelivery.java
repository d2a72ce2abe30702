package org.mailboxremediation.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailboxremediation.outbox.Command;
import org.mailboxremediation.outbox.Outcome;
import org.springframework.stereotype.Component;

/** Sends what is queued of one kind in many cases, in one letter to each recipient. */
@Component
final class DigestDelivery {

    private final OwedNotices owed;
    private final DigestPost post;
    private final NoticeSettlement settlement;
    private final QueuedNotices queued;

    DigestDelivery(OwedNotices owed, DigestPost post, NoticeSettlement settlement, QueuedNotices queued) {
        this.owed = owed;
        this.post = post;
        this.settlement = settlement;
        this.queued = queued;
    }

    /** What each command came to, by its id. One is left out if what became of its notices could not be kept. */
    Map<String, Outcome> perform(List<Command> commands, NoticeKind kind) {
        List<String> cases = commands.stream().map(Command::caseId).distinct().toList();
        Map<String, Outcome> byCase = outcomes(cases, kind);
        Map<String, Outcome> byCommand = new HashMap<>();
        commands.forEach(command -> {
            Outcome outcome = byCase.get(command.caseId());
            if (outcome != null) {
                byCommand.put(command.id(), outcome);
            }
        });
        return byCommand;
    }

    private Map<String, Outcome> outcomes(List<String> cases, NoticeKind kind) {
        List<Owed> found = owed.of(cases, kind);
        Set<String> postponed = new HashSet<>();
        Set<String> lost = new HashSet<>();
        // What one recipient got is kept before the next is written to: the less a kill has repeated.
        byRecipient(found).forEach((recipient, all) -> {
            List<Verdict> verdicts = post.send(kind, recipient, all);
            settlement.settle(verdicts).forEach(verdict -> lost.add(verdict.incidentId()));
            postponed.addAll(without(verdicts, all));
        });
        Map<String, Outcome> outcomes = new HashMap<>();
        cases.forEach(left -> outcomes.put(left, Outcome.waitForBudget(Duration.ZERO)));
        List<String> asked = found.stream().map(one -> one.incident().id()).toList();
        outcomes.putAll(queued.outcomes(asked, kind, postponed));
        outcomes.keySet().removeAll(lost);
        return outcomes;
    }

    private static Map<String, List<Addressed>> byRecipient(List<Owed> found) {
        Map<String, List<Addressed>> byRecipient = new LinkedHashMap<>();
        for (Owed one : found) {
            for (Notice notice : one.queued()) {
                byRecipient
                        .computeIfAbsent(notice.recipient(), recipient -> new ArrayList<>())
                        .add(new Addressed(one.incident(), notice, one.routes()));
            }
        }
        return byRecipient;
    }

    /** The cases that nothing was decided on. */
    private static Set<String> without(List<Verdict> verdicts, List<Addressed> all) {
        Set<String> decided = verdicts.stream().map(Verdict::incidentId).collect(Collectors.toSet());
        return all.stream()
                .map(one -> one.incident().id())
                .filter(id -> !decided.contains(id))
                .collect(Collectors.toSet());
    }
}
