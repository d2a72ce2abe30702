package org.mailboxremediation.process.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.restore.walk.Happening;
import org.mailboxremediation.restore.walk.Happening.Deed;
import org.mailboxremediation.restore.walk.Happening.Sight;
import org.mailboxremediation.restore.walk.Oracle;
import org.mailboxremediation.restore.walk.Step;

/**
 * A case on the models to which things happen in any order. After each, the guard, the model's gateway and the restoring
 * action are held against the oracle, and so are the changes that were made. Time is counted in seconds since the report.
 */
final class CaseOnModels {

    private static final long DAY = 24L * 3600;
    private static final long VALID_FOR = DAY;
    private static final List<String> SYMPTOMS = List.of(
            "BOUNCES",
            "UNFAMILIAR_MAIL",
            "PASSWORD_CHANGED",
            "FORWARDING_ADDED",
            "REPLY_TO_CHANGED",
            "DISABLED_NOTICE");
    private static final Set<String> ACCESS = Set.of("PASSWORD_CHANGED", "FORWARDING_ADDED", "REPLY_TO_CHANGED");

    private final Random random;
    private final Oracle oracle = new Oracle(VALID_FOR);
    private final Hands hands;
    private final List<String> story = new ArrayList<>();
    private final Map<Integer, Long> words = new HashMap<>();
    private final List<Secret> shown = new ArrayList<>();
    private long now;
    private int devices;
    private int gateways;
    private final List<String> wrong = new ArrayList<>();

    CaseOnModels(EngineInMemory engine, Random random, String name) {
        this.random = random;
        hands = new Hands(engine, name);
    }

    /** Lets things happen, then does all that is asked for until the case is closed. */
    void live(Tally tally) {
        begin();
        for (int left = 4 + random.nextInt(10); left > 0 && !hands.closed(); left--) {
            Trouble trouble = Trouble.any(random);
            if (happens(trouble)) {
                tally.happened.add(trouble);
                look();
            }
        }
        settle();
        for (int left = 60; left > 0 && !hands.closed(); left--) {
            work(true);
            settle();
        }
        assertThat(hands.status()).isEqualTo("CLOSED_RESTORED");
        assertThat(oracle.allowed(now)).as("closed with the gate shut").isTrue();
        assertThat(hands.letsIn(shown.get(shown.size() - 1)))
                .as("the owner gets in")
                .isTrue();
        assertThat(gateways).as("passages of the gateway").isPositive();
        tally.closed++;
        tally.secondChanges += oracle.changes() > 1 ? 1 : 0;
    }

    private void begin() {
        String symptom = any(SYMPTOMS);
        hands.beforeRestore(() -> {
            catchUp();
            hold("enabled", true);
        });
        hands.atEachFlow(this::takes);
        hands.report(symptom, random.nextBoolean());
        tell(new Happening.SymptomSeen(symptom, ACCESS.contains(symptom)));
        tell(new Happening.SettingsRead());
        for (int known = random.nextInt(3); known > 0; known--) {
            addDevice();
        }
        settle();
    }

    private boolean happens(Trouble trouble) {
        switch (trouble) {
            case WORK -> {
                return work(false);
            }
            case LATE_DEVICE -> addDevice();
            case SYMPTOM -> symptom();
            case INFECTED_SCAN -> {
                return scan(true, 1000, now - DAY, now, now);
            }
            case FAILED_SCAN -> {
                return failedScan();
            }
            case CLEAN_SCAN -> {
                return scan(false, 1000, now - DAY, now, now);
            }
            case DISPOSITION -> {
                return dispose();
            }
            case EARLY_REVEAL -> {
                return revealEarly();
            }
            case FORBIDDEN_REVEAL -> {
                return revealForbidden();
            }
            case LONG_WAIT -> {
                return waitLong();
            }
            case SLOW_PROVIDER -> {
                return slowProvider();
            }
        }
        settle();
        return true;
    }

    /** Works one of the open tasks; said with a mistake now and then, unless the case is to end. */
    private boolean work(boolean straight) {
        List<Hands.Open> open = hands.openTasks();
        if (open.isEmpty()) {
            return false;
        }
        Hands.Open task = open.get(random.nextInt(open.size()));
        pass(1);
        switch (task.key()) {
            case "UserTask_AttestScan" -> attest(task, straight);
            case "UserTask_ConfirmScan" -> confirm(task, straight);
            case "UserTask_ListDevices" -> hands.complete(task, Map.of("devices", List.of()));
            case "UserTask_ConfirmDeviceList" -> confirmList(task, straight);
            case "UserTask_ConfirmEmptyList" -> confirmEmptyList(task);
            case "UserTask_RemoveMalware" ->
                hands.complete(task, Map.of("action", "DELETED", "reason", "with the tool"));
            case "UserTask_ReplaceDevice" -> replace(task);
            case "UserTask_HandOverPassword" -> handOver(task, straight);
            case "UserTask_SettleOpenPoints" -> hands.complete(task, Map.of());
            case "UserTask_ReviewHiddenSettings" ->
                hands.complete(
                        task,
                        Map.of(
                                "filtersReviewed", true,
                                "identitiesReviewed", true,
                                "signatureReviewed", true,
                                "recoveryReviewed", true));
            case "UserTask_ProvideMessage" ->
                hands.complete(task, Map.of("messageFound", "NO", "reason", "deleted long ago"));
            case "UserTask_EducateOwner" -> hands.complete(task, Map.of("reason", "next week"));
            default -> throw new AssertionError("a task that nobody expects: " + task);
        }
        story.add(now + " " + task);
        settle();
        return true;
    }

    private void attest(Hands.Open task, boolean straight) {
        int device = hands.number(task);
        if (!straight && random.nextInt(5) == 0) {
            Deed deed = random.nextBoolean() ? Deed.RETIRED : Deed.WIPED_OR_OUT_OF_USE;
            String verdict = deed == Deed.RETIRED ? "RETIRED" : "UNSCANNABLE";
            note(new Happening.Done(device, deed));
            hands.complete(task, Map.of("verdict", verdict, "reason", "seen by me"));
        } else if (random.nextInt(3) == 0) {
            attestByWord(task, device);
        } else {
            note(new Happening.Scanned(device, false, 1000, now - DAY, now, now));
            hands.scan(device, false, 1000, now - DAY, now, now);
        }
    }

    /** One person's word in the form: in a critical case it is worth what a scan of no files is. */
    private void attestByWord(Hands.Open task, int device) {
        long files = hands.critical() ? 0 : 1000;
        note(new Happening.Scanned(device, false, files, now - DAY, now, now));
        words.put(device, now);
        hands.attest(task, now - DAY, now);
    }

    /** The word counts from the second person's yes on. */
    private void confirm(Hands.Open task, boolean straight) {
        int device = hands.number(task);
        boolean yes = straight || random.nextInt(4) > 0;
        if (yes) {
            long scanned = Objects.requireNonNull(words.get(device));
            note(new Happening.Scanned(device, false, 1000, scanned - DAY, scanned, scanned));
        }
        hands.complete(task, Map.of("answer", yes ? "CONFIRM" : "DOUBT", "reason", "seen on its screen"));
    }

    private void confirmList(Hands.Open task, boolean straight) {
        boolean complete = straight || random.nextInt(4) > 0;
        note(new Happening.ListAttested("admin", complete));
        hands.complete(task, Map.of("answer", complete ? "COMPLETE" : "MORE_DEVICES"));
    }

    private void confirmEmptyList(Hands.Open task) {
        note(new Happening.ListAttested("lead", true));
        hands.complete(task, Map.of("answer", "COMPLETE", "reason", "webmail only"));
    }

    private void replace(Hands.Open task) {
        Deed deed = random.nextBoolean() ? Deed.REIMAGED : Deed.RETIRED;
        int device = hands.number(task);
        note(new Happening.Done(device, deed));
        hands.complete(task, Map.of("action", deed.name(), "reason", "for good"));
    }

    private void handOver(Hands.Open task, boolean straight) {
        if (!hands.newestIsShown()) {
            shown.add(hands.reveal(task));
            note(new Happening.Revealed());
        }
        if (!straight && random.nextInt(3) == 0) {
            note(new Happening.Lost());
            hands.complete(task, Map.of("answer", "LOST"));
        } else if (straight || random.nextInt(3) > 0) {
            hands.complete(task, Map.of("answer", "HANDED_OVER", "reason", "in person"));
        }
    }

    private void addDevice() {
        pass(1);
        note(new Happening.DeviceAdded(devices));
        hands.addDevice(devices++);
    }

    private void symptom() {
        String symptom = any(SYMPTOMS);
        pass(1);
        note(new Happening.SymptomSeen(symptom, ACCESS.contains(symptom)));
        hands.reportAgain(symptom);
    }

    private boolean scan(boolean found, long files, long signatures, long started, long finished) {
        if (devices == 0) {
            return false;
        }
        int device = random.nextInt(devices);
        pass(1);
        note(new Happening.Scanned(device, found, files, signatures, started, finished));
        hands.scan(device, found, files, signatures, started, finished);
        settle();
        return true;
    }

    private boolean failedScan() {
        return switch (random.nextInt(4)) {
            case 0 -> scan(false, 0, now - DAY, now, now);
            case 1 -> scan(false, 1000, now - 30 * DAY, now, now);
            case 2 -> scan(false, 1000, now - DAY, now, now + DAY);
            // Begun before the report, or before malware was found.
            default -> scan(false, 1000, now - DAY, now - random.nextInt(60), now);
        };
    }

    private boolean dispose() {
        if (devices == 0) {
            return false;
        }
        int device = random.nextInt(devices);
        Deed deed = List.of(Deed.values()).get(random.nextInt(Deed.values().length));
        pass(1);
        note(new Happening.Done(device, deed));
        hands.dispose(device, deed);
        settle();
        return true;
    }

    /** A security lead may, where the mailbox was never blocked. */
    private boolean revealEarly() {
        pass(1);
        return hands.revealEarly()
                .map(password -> {
                    shown.add(password);
                    note(new Happening.Revealed());
                    settle();
                    return true;
                })
                .orElse(false);
    }

    /** An administrator may not while the gate is shut, with or without the task. */
    private boolean revealForbidden() {
        if (oracle.allowed(now) || !hands.hasPassword()) {
            return false;
        }
        hands.revealIsRefused();
        return true;
    }

    private boolean waitLong() {
        pass(DAY + 60);
        hands.timePassed();
        story.add(now + " a day passes");
        settle();
        return true;
    }

    /** Two facts come before anything of what they lead to is done. */
    private boolean slowProvider() {
        if (devices == 0) {
            return false;
        }
        pass(1);
        int device = random.nextInt(devices);
        boolean found = random.nextBoolean();
        note(new Happening.Scanned(device, found, 1000, now - DAY, now, now));
        hands.scan(device, found, 1000, now - DAY, now, now);
        askedFor();
        pass(1);
        note(new Happening.DeviceAdded(devices));
        hands.addDevice(devices++);
        askedFor();
        settle();
        return true;
    }

    /** Everything that is owed is performed, and the oracle hears of the changes. */
    private void settle() {
        pass(1);
        askedFor();
        hands.settle();
        catchUp();
        look();
    }

    /** The oracle hears of changes that were asked for. */
    private void askedFor() {
        if (oracle.changes() < hands.changes().size() && !oracle.underWay()) {
            assertThat(oracle.due(now)).as("a change that is due").isTrue();
            note(new Happening.Asked());
        }
    }

    private void catchUp() {
        List<Verification> made = hands.changes();
        while (true) {
            boolean done = oracle.changes() > 0 && made.get(oracle.changes() - 1) != Verification.PENDING;
            if (oracle.underWay() && done) {
                note(new Happening.Set());
                note(new Happening.Checked(Sight.OUT));
                assertThat(made.get(oracle.changes() - 1)).isEqualTo(Verification.VERIFIED);
            } else if (!oracle.underWay() && oracle.changes() < made.size()) {
                askedFor();
            } else {
                return;
            }
        }
    }

    private void look() {
        assertThat(wrong).isEmpty();
        assertThat(hands.asksForSecondWords())
                .as("a word that nobody is asked about at %s", now)
                .isTrue();
        assertThat(hands.gateIsOpen()).as("the guard at %s", now).isEqualTo(oracle.allowed(now));
        if (!oracle.allowed(now) && hands.everBlocked()) {
            assertThat(hands.enabled())
                    .as("the mailbox with the gate shut at %s", now)
                    .isFalse();
        }
    }

    /** The model's gateway, each time that a case comes to it. */
    private void takes(String flow) {
        if (flow.startsWith("Flow_RestoreAllowed_")) {
            catchUp();
            hold(flow, flow.equals("Flow_RestoreAllowed_Yes"));
            gateways++;
        }
    }

    /** Kept, not thrown: the engine and the queue would take it for a failure of their own, and try again. */
    private void hold(String what, boolean open) {
        if (oracle.allowed(now) != open) {
            wrong.add(what + " at " + now);
        }
    }

    private void tell(Happening happening) {
        pass(1);
        note(happening);
    }

    /** Told before it is done: what it leads to is looked at in the same transaction. */
    private void note(Happening happening) {
        story.add(now + " " + happening);
        oracle.tell(new Step(now, happening));
    }

    private void pass(long seconds) {
        now += seconds;
        hands.pass(seconds);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String toString() {
        return String.join("\n", story);
    }
}
