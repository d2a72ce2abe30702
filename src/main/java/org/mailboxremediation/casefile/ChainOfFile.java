package org.mailboxremediation.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.ChainCheck;
import org.mailboxremediation.event.ChainVerdict;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.Purge;
import org.mailboxremediation.event.PurgeCheck;
import org.mailboxremediation.event.VerifyingKeys;

/** Checks the chain of a case file: in itself, against its manifest, its checkpoints and its evidence. */
final class ChainOfFile {

    private final OpenedCaseFile opened;
    private final Manifest manifest;
    private final VerifyingKeys keys;
    private final List<Checkpoint> published;
    private final List<String> purges = new ArrayList<>();

    ChainOfFile(OpenedCaseFile opened, Manifest manifest, VerifyingKeys keys, List<Checkpoint> published) {
        this.opened = opened;
        this.manifest = manifest;
        this.keys = keys;
        this.published = published;
    }

    /** Answers how many events there are. */
    int check(List<Flaw> flaws) {
        List<CaseEvent> events = events(flaws);
        ChainVerdict verdict = ChainCheck.check(events);
        if (!verdict.intact()) {
            flaws.add(flawOfEvent(verdict.firstBad(), verdict.why()));
        } else {
            purges(events, flaws);
        }
        againstManifest(events, flaws);
        checkpoints(flaws).forEach(checkpoint -> against(checkpoint, events, flaws));
        evidence(events, flaws);
        return events.size();
    }

    /** A sentence for each purge that the chain tells of. */
    List<String> purges() {
        return List.copyOf(purges);
    }

    private void purges(List<CaseEvent> events, List<Flaw> flaws) {
        List<PurgeCheck.Finding> findings = PurgeCheck.check(
                events, purge -> keys.of(purge.key()).filter(purge::isSignedBy).isPresent());
        findings.forEach(finding -> flaws.add(flawOfEvent(finding.position(), finding.why())));
        if (findings.isEmpty()) {
            events.stream().filter(event -> event.type().equals(Purge.EVENT)).forEach(event -> purges.add(told(event)));
        }
    }

    private static String told(CaseEvent event) {
        Purge purge = Purge.of(event);
        return purge.count() + " payloads purged on " + event.at() + " by " + plain(purge.requestedBy()) + " and "
                + plain(purge.confirmedBy());
    }

    /** A user id that is printed: whoever wrote the file chose it. */
    private static String plain(String userId) {
        return userId.replaceAll("[^A-Za-z0-9._@-]", "?");
    }

    private List<CaseEvent> events(List<Flaw> flaws) {
        List<CaseEvent> events = new ArrayList<>();
        for (String line : opened.lines(Manifest.EVENTS)) {
            try {
                events.add(CaseEvent.read(line));
            } catch (IllegalArgumentException foreign) {
                flaws.add(flawOfEvent(events.size() + 1L, "The line is no event."));
                break;
            }
        }
        return events;
    }

    private void againstManifest(List<CaseEvent> events, List<Flaw> flaws) {
        String head = events.isEmpty() ? "" : events.get(events.size() - 1).hash();
        if (events.size() != manifest.events() || !head.equals(manifest.head())) {
            flaws.add(new Flaw(
                    Manifest.EVENTS,
                    "The chain ends with event " + events.size() + ", and not where the manifest says: with event "
                            + manifest.events() + "."));
        }
        if (events.stream().anyMatch(event -> !event.caseId().equals(manifest.caseId()))) {
            flaws.add(new Flaw(Manifest.EVENTS, "The events are another case's."));
        }
    }

    private List<Checkpoint> checkpoints(List<Flaw> flaws) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (String line : opened.lines(Manifest.CHECKPOINTS)) {
            try {
                checkpoints.add(Checkpoint.read(line));
            } catch (IllegalArgumentException foreign) {
                flaws.add(new Flaw(Manifest.CHECKPOINTS, "Line " + (checkpoints.size() + 1) + " is no checkpoint."));
                break;
            }
        }
        published.stream()
                .filter(checkpoint -> checkpoint.caseId().equals(manifest.caseId()))
                .forEach(checkpoints::add);
        return checkpoints;
    }

    private void against(Checkpoint checkpoint, List<CaseEvent> events, List<Flaw> flaws) {
        String at = "The checkpoint of " + checkpoint.at() + " at event " + checkpoint.sequence();
        if (!checkpoint.caseId().equals(manifest.caseId())) {
            flaws.add(new Flaw(Manifest.CHECKPOINTS, at + " is another case's."));
        } else if (keys.of(checkpoint.key()).filter(checkpoint::isSignedBy).isEmpty()) {
            flaws.add(new Flaw(Manifest.CHECKPOINTS, at + " is not signed by the key " + keys.ids() + "."));
        } else if (checkpoint.sequence() > events.size()) {
            flaws.add(new Flaw(Manifest.EVENTS, at + " is behind the chain's end: events were cut off."));
        } else if (!events.get((int) checkpoint.sequence() - 1).hash().equals(checkpoint.hash())) {
            flaws.add(flawOfEvent(checkpoint.sequence(), at + " has another hash: the chain was rewritten."));
        }
    }

    /** Each piece that the chain names must be there; what it does not name must not. */
    private void evidence(List<CaseEvent> events, List<Flaw> flaws) {
        Set<String> named = new HashSet<>();
        for (CaseEvent event : events) {
            if (event.type().equals("EvidenceAdded") && !event.form().purged()) {
                named.add(Manifest.EVIDENCE + event.payload().get("evidenceId"));
            }
        }
        manifest.members().stream()
                .filter(member -> member.name().startsWith(Manifest.EVIDENCE))
                .forEach(member -> {
                    if (!named.remove(member.name()) || !member.name().equals(Manifest.EVIDENCE + member.sha256())) {
                        flaws.add(new Flaw(member.name(), "No event of the chain names this evidence."));
                    }
                });
        named.forEach(name -> flaws.add(new Flaw(name, "The chain names this evidence, and it is missing.")));
    }

    private static Flaw flawOfEvent(long position, String what) {
        return new Flaw(Manifest.EVENTS, "Event " + position + ": " + what);
    }
}
