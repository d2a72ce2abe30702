package org.mailboxremediation.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mailboxremediation.event.Sha256;
import org.springframework.stereotype.Component;

/** Sends one recipient one letter about all cases of which promise P6 lets it read. */
@Component
final class DigestPost {

    private final OutOfBand outOfBand;
    private final Letters letters;
    private final Postman postman;

    DigestPost(OutOfBand outOfBand, Letters letters, Postman postman) {
        this.outOfBand = outOfBand;
        this.letters = letters;
        this.postman = postman;
    }

    /** What became of the notices; those left out are postponed. */
    List<Verdict> send(NoticeKind kind, String recipient, List<Addressed> all) {
        Map<String, String> forbidden = outOfBand.forbids(all, recipient);
        List<Verdict> verdicts = new ArrayList<>();
        List<Addressed> allowed = new ArrayList<>();
        for (Addressed one : all) {
            String why = forbidden.get(one.incident().id());
            if (why == null) {
                allowed.add(one);
            } else {
                verdicts.add(Verdict.withheld(one.notice(), why));
            }
        }
        if (!allowed.isEmpty()) {
            verdicts.addAll(sendAllowed(kind, recipient, allowed));
        }
        return verdicts;
    }

    private List<Verdict> sendAllowed(NoticeKind kind, String recipient, List<Addressed> allowed) {
        return switch (deliver(kind, recipient, allowed)) {
            case ACCEPTED ->
                allowed.stream().map(one -> Verdict.sent(one.notice())).toList();
            case REFUSED ->
                allowed.stream().map(one -> Verdict.refused(one.notice())).toList();
            case POSTPONED -> List.of();
        };
    }

    private Delivery deliver(NoticeKind kind, String recipient, List<Addressed> allowed) {
        Addressed first = allowed.get(0);
        if (allowed.size() == 1) {
            return postman.deliver(first.notice(), letters.write(kind, first.incident()));
        }
        Letter letter =
                letters.write(kind, allowed.stream().map(Addressed::incident).toList());
        return postman.deliver(new Mail(id(allowed), recipient, letter, null));
    }

    /** The same whenever the same notices are sent together. */
    private static String id(List<Addressed> allowed) {
        return Sha256.hex(
                allowed.stream().map(one -> one.notice().id()).sorted().collect(Collectors.joining(" ")));
    }
}
