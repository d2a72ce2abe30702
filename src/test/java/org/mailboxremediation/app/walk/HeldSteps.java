package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.mailboxremediation.app.Tasklist;
import org.mailboxremediation.sandbox.SandboxProcess;
import org.mailboxremediation.sandbox.fault.FaultRule;

/** Brings fresh cases to where one of their steps is held. */
final class HeldSteps {

    private static final String DOMAIN = "example.com";

    private final SandboxProcess sandbox;
    private final Supplier<Mailbox> mailboxes;
    private final People people;

    HeldSteps(SandboxProcess sandbox, Supplier<Mailbox> mailboxes, People people) {
        this.sandbox = sandbox;
        this.mailboxes = mailboxes;
        this.people = people;
    }

    /** The lock-out of an open mailbox, or of one that is blocked with it. */
    HeldStep changePassword(KillPoint point) {
        Mailbox mailbox = mailboxes.get();
        boolean open =
                EnumSet.of(KillPoint.BEFORE_CALL, KillPoint.BEFORE_COMMIT).contains(point);
        String symptom = open ? "BOUNCES" : "PASSWORD_CHANGED";
        Hold hold = hold(point, "mailbox.password", mailbox.address(), HeldStep.never("imap.login", mailbox.address()));
        Journey walk = Journey.open(people, mailbox, reportOf(symptom));
        return await(
                hold,
                "CHANGE_PASSWORD",
                walk,
                w -> w.newestChange("verification").equals("VERIFIED"));
    }

    HeldStep clearSettings(KillPoint point) {
        Mailbox mailbox = mailboxes.get();
        mailbox.edit("emailForwardingAddresses", "collector@outside.example");
        // Behind the snapshot and the reading of what there is to clear.
        FaultRule readBack = HeldStep.never("spam.show", mailbox.address()).behind(2);
        Hold hold = hold(point, "mailbox.edit", mailbox.address(), readBack);
        Journey walk = Journey.open(people, mailbox, reportOf("BOUNCES"));
        return await(hold, "CLEAR_SETTINGS", walk, w -> eventTypes(w).contains("SettingCleared"));
    }

    /** A device that comes late blocks a mailbox whose password was about to be handed over. */
    HeldStep blockAccess(KillPoint point) {
        Journey walk = Steps.cleanScan(lockedOut("FORWARDING_ADDED"));
        walk.task(Steps.HAND_OVER);
        String address = walk.mailbox().address();
        Hold hold = hold(point, "mailbox.disable", address, HeldStep.never("imap.login", address));
        walk.addDevice("Phone");
        return await(hold, "BLOCK_ACCESS", walk, w -> w.access().equals("BLOCKED"));
    }

    HeldStep restoreAccess(KillPoint point) {
        Journey walk = Steps.listed(lockedOut("PASSWORD_CHANGED"));
        walk.scan("Laptop", "clean");
        String address = walk.mailbox().address();
        Hold hold = hold(point, "mailbox.enable", address, HeldStep.never("imap.login", address));
        Steps.complete(walk);
        return await(hold, "RESTORE_ACCESS", walk, w -> w.access().equals("OPEN"));
    }

    HeldStep alertColleagues(KillPoint point) {
        Mailbox mailbox = mailboxes.get();
        String colleague = mailboxes.get().address();
        Map<String, Object> report = new LinkedHashMap<>(reportOf("BOUNCES"));
        report.put("colleagues", List.of(colleague));
        PointRules rules = new PointRules(
                HeldStep.never("smtp.data", colleague),
                HeldStep.unanswered("smtp.taken", colleague),
                HeldStep.never("smtp.quit", colleague));
        Hold hold = hold(point, "smtp.taken", colleague, rules);
        Journey walk = Journey.open(people, mailbox, report);
        return await(hold, "ALERT_COLLEAGUES", walk, w -> noticeTo(w, colleague).equals("SENT"));
    }

    HeldStep blockSender(KillPoint point, String sender) {
        Journey walk = Steps.message(lockedOut("UNFAMILIAR_MAIL"), sender, "203.0.113.77")
                .submit(SourceWalks.JUDGE, Map.of("wasSource", "yes"));
        FaultRule readBack = HeldStep.never("blocklist.show", DOMAIN).behind(1);
        Hold hold = hold(point, "blocklist.add", sender, readBack);
        confirm(walk, sender);
        return await(
                hold,
                "BLOCK_SENDER",
                walk,
                w -> block(w, sender).path("state").asText().equals("IN_FORCE"));
    }

    /** The case's block is taken off again. */
    HeldStep undoBlock(KillPoint point, String sender, Journey walk) {
        Hold hold = hold(point, "blocklist.remove", sender, HeldStep.never("blocklist.show", DOMAIN));
        String id = block(walk, sender).path("id").asText();
        assertThat(walk.api()
                        .send("DELETE", "/api/blocks/" + id + "?reason=mistaken", null, null)
                        .statusCode())
                .isBetween(200, 204);
        return await(
                hold,
                "UNBLOCK_SENDER",
                walk,
                w -> block(w, sender).path("state").asText().equals("UNDONE"));
    }

    private static void confirm(Journey walk, String sender) {
        JsonNode task = walk.task(SourceWalks.CONFIRM);
        List<String> entries = new ArrayList<>();
        JsonNode shown = Tasklist.parse(walk.shown(task, "blockChoices"));
        shown.forEach(choice -> {
            if (choice.path("label").asText().equalsIgnoreCase(sender)) {
                entries.add(choice.path("value").asText());
            }
        });
        assertThat(entries).as(shown.toString()).hasSize(1);
        walk.submit(SourceWalks.CONFIRM, Map.of("entries", entries, "reason", "it was the phishing mail"));
    }

    private Journey lockedOut(String symptom) {
        return Journey.report(people, mailboxes.get(), reportOf(symptom));
    }

    private static Map<String, Object> reportOf(String symptom) {
        return Map.of("symptoms", List.of(symptom), "devices", List.of(Walk.device("Laptop")));
    }

    private Hold hold(KillPoint point, String call, String target, FaultRule verification) {
        return hold(
                point,
                call,
                target,
                new PointRules(HeldStep.never(call, target), HeldStep.unanswered(call, target), verification));
    }

    /** Sets the rule of that point; after the commit there is nothing to hold. */
    private Hold hold(KillPoint point, String call, String target, PointRules rules) {
        Optional<FaultRule> rule = rules.at(point);
        Hold hold = new Hold(
                point,
                call,
                target,
                sandbox.received(call, target),
                rule,
                rule.map(this::fired).orElse(0));
        rule.ifPresent(sandbox::failToo);
        return hold;
    }

    private int fired(FaultRule rule) {
        return sandbox.fired(rule.operation(), rule.target());
    }

    static JsonNode block(Journey walk, String sender) {
        return StreamSupport.stream(walk.incident().path("blocks").spliterator(), false)
                .filter(block -> block.path("entry").asText().equalsIgnoreCase(sender))
                .findFirst()
                .orElseThrow();
    }

    private static String noticeTo(Journey walk, String recipient) {
        return StreamSupport.stream(walk.incident().path("notices").spliterator(), false)
                .filter(notice -> notice.path("recipient").asText().equals(recipient))
                .map(notice -> notice.path("status").asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> eventTypes(Journey walk) {
        return Tasklist.read(walk.api().get("/api/incidents/" + walk.id() + "/events"))
                .findValuesAsText("type");
    }

    /** Waits until the call has met its rule, or is over where there is none. */
    private HeldStep await(Hold hold, String step, Journey walk, Predicate<Journey> settled) {
        HeldStep held = new HeldStep(step, hold.point(), hold.call(), hold.target(), hold.before(), walk, settled);
        Walk.until(
                () -> hold.rule().map(rule -> fired(rule) > hold.fired()).orElseGet(held::isSettled),
                () -> held + " of " + walk.incident() + sandbox.calls(hold.target()));
        if (hold.point() != KillPoint.BEFORE_CALL) {
            Walk.until(() -> sandbox.received(hold.call(), hold.target()) > hold.before(), held::toString);
        }
        return held;
    }

    /** A rule that was set, and what was counted before. */
    private record Hold(KillPoint point, String call, String target, int before, Optional<FaultRule> rule, int fired) {}

    /** What holds a step at each point; behind the commit nothing does. */
    private record PointRules(FaultRule beforeCall, FaultRule beforeReply, FaultRule beforeCommit) {

        Optional<FaultRule> at(KillPoint point) {
            return switch (point) {
                case BEFORE_CALL -> Optional.of(beforeCall);
                case BEFORE_REPLY -> Optional.of(beforeReply);
                case BEFORE_COMMIT -> Optional.of(beforeCommit);
                case AFTER_COMMIT -> Optional.empty();
            };
        }
    }
}
