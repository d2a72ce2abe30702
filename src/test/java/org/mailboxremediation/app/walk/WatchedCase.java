package org.mailboxremediation.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mailboxremediation.restore.walk.Happening;
import org.mailboxremediation.restore.walk.Oracle;
import org.mailboxremediation.restore.walk.Step;

/**
 * A case to which things happen in any order, held against the oracle after each: what the gate answers, how many changes
 * were made, and, from outside, whether the mailbox is enabled and whom it lets in. Time is counted in steps.
 */
final class WatchedCase {

    private static final String ATTEST = "UserTask_AttestScan";
    private static final List<String> ACCESS = List.of("PASSWORD_CHANGED", "FORWARDING_ADDED", "REPLY_TO_CHANGED");

    private final Journey walk;
    private final Random random;
    private final Runnable quiet;
    private final Oracle oracle = new Oracle(Integer.MAX_VALUE);
    private final List<String> story = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private long now;
    private int devices;
    private boolean revealed;

    /** The case, with one laptop; {@code quiet} waits until nothing of it is on its way. */
    WatchedCase(Journey walk, String symptom, Random random, Runnable quiet) {
        this.walk = walk;
        this.random = random;
        this.quiet = quiet;
        seen(symptom);
        tell(new Happening.DeviceAdded(devices++));
        tell(new Happening.SettingsRead());
    }

    /** Lets so many things happen, then does what is asked for until the case is closed. */
    void live(int steps) {
        look();
        for (int i = 0; i < steps; i++) {
            trouble();
            look();
        }
        Walk.until(this::isClosedByWork, () -> "the end of " + this);
        assertThat(walk.mailbox().accepts(known.get(known.size() - 1)))
                .as("the owner gets in: %s", this)
                .isTrue();
    }

    private void trouble() {
        switch (random.nextInt(6)) {
            case 0 -> addDevice();
            case 1 -> symptom();
            case 2 -> scan(random.nextInt(devices), "infected");
            case 3 -> scan(random.nextInt(devices), "incomplete");
            case 4 -> scan(random.nextInt(devices), "clean");
            default -> work();
        }
    }

    private boolean isClosedByWork() {
        if (walk.incident().path("status").asText().equals("CLOSED_RESTORED")) {
            return true;
        }
        work();
        look();
        return false;
    }

    private void addDevice() {
        walk.addDevice(name(devices));
        tell(new Happening.DeviceAdded(devices++));
    }

    private void symptom() {
        String symptom = ACCESS.get(random.nextInt(ACCESS.size()));
        walk.reportAgain(symptom);
        seen(symptom);
    }

    private void seen(String symptom) {
        tell(new Happening.SymptomSeen(symptom, ACCESS.contains(symptom)));
    }

    private void scan(int device, String verdict) {
        now++;
        boolean stale = verdict.equals("incomplete");
        String signatures = stale ? "2020-01-01T00:00:00Z" : Scans.now();
        String found = verdict.equals("infected") ? "Eicar-Test" : "";
        String taken = found.isEmpty()
                ? walk.scanUnaskedWith(signatures, name(device), "clean")
                : walk.scanUnaskedWith(signatures, name(device), "infected", found);
        assertThat(taken).isEqualToIgnoringCase(verdict);
        tell(new Happening.Scanned(device, !found.isEmpty(), 1000, stale ? -30L * 24 * 3600 : now, now, now));
    }

    /** Works one of the open tasks as it is meant to be. */
    private void work() {
        List<String> open = walk.openTasks();
        if (open.isEmpty()) {
            return;
        }
        String task = open.get(random.nextInt(open.size()));
        switch (task) {
            case ATTEST -> scanWhatIsAskedFor();
            case "UserTask_ListDevices" -> Steps.listed(walk);
            case "UserTask_ConfirmDeviceList" -> confirm();
            case "UserTask_RemoveMalware" -> Steps.removed(walk);
            case "UserTask_ReplaceDevice" -> reimage();
            case "UserTask_HandOverPassword" -> handOver();
            case "UserTask_SettleOpenPoints" -> walk.submit(task, Map.of());
            case "UserTask_ReviewHiddenSettings" -> Steps.reviewed(walk);
            case "UserTask_ProvideMessage" -> Steps.noMessage(walk);
            case "UserTask_EducateOwner" -> Steps.educated(walk);
            default -> throw new AssertionError("a task that nobody expects: " + task + " " + this);
        }
        story.add(task);
    }

    private void confirm() {
        Steps.complete(walk);
        tell(new Happening.ListAttested("admin", true));
    }

    private void scanWhatIsAskedFor() {
        scan(deviceOf(ATTEST), "clean");
    }

    private int deviceOf(String task) {
        String id = walk.shown(task, "deviceId");
        JsonNode all = walk.incident().path("devices");
        int device = 0;
        while (!all.path(device).path("id").asText().equals(id)) {
            device++;
        }
        return device;
    }

    /** Three scans found something: the device is reimaged, and scanned again later. */
    private void reimage() {
        tell(new Happening.Done(deviceOf("UserTask_ReplaceDevice"), Happening.Deed.REIMAGED));
        walk.submit("UserTask_ReplaceDevice", Map.of("action", "REIMAGED", "reason", "new disk image"));
    }

    private void handOver() {
        known.add(walk.reveal());
        revealed = true;
        tell(new Happening.Revealed());
        if (random.nextInt(4) == 0) {
            Steps.lost(walk);
            tell(new Happening.Lost());
        } else {
            Steps.handedOver(walk);
        }
    }

    private void look() {
        quiet.run();
        JsonNode incident = walk.incident();
        int made = incident.path("passwordChanges").size();
        while (oracle.changes() < made) {
            assertThat(oracle.due(now)).as("a change that is due: %s", this).isTrue();
            changed();
        }
        boolean closed = incident.path("status").asText().startsWith("CLOSED");
        assertThat(incident.path("restoreDecision").path("allowed").asBoolean())
                .as("the gate: %s", this)
                .isEqualTo(oracle.allowed(now));
        assertThat(closed && !oracle.allowed(now))
                .as("closed too early: %s", this)
                .isFalse();
        watch(incident);
    }

    private void changed() {
        tell(new Happening.Asked());
        tell(new Happening.Set());
        tell(new Happening.Checked(Happening.Sight.OUT));
        revealed = false;
    }

    /** From outside: a shut gate lets nobody in, an open one at most the owner. */
    private void watch(JsonNode incident) {
        Mailbox mailbox = walk.mailbox();
        String first = walk.firstPassword();
        assertThat(mailbox.refuses(first)).as("the first password: %s", this).isTrue();
        int newest = known.size() - (revealed ? 1 : 0);
        for (int i = 0; i < newest; i++) {
            assertThat(mailbox.refuses(known.get(i)))
                    .as("a replaced password: %s", this)
                    .isTrue();
        }
        if (!oracle.allowed(now)
                && (revealed || incident.path("access").asText().equals("BLOCKED"))) {
            assertThat(mailbox.enabled())
                    .as("enabled while the gate is shut: %s", this)
                    .isFalse();
            assertThat(known.stream().allMatch(mailbox::refuses))
                    .as("a login: %s", this)
                    .isTrue();
        }
    }

    private void tell(Happening happening) {
        now++;
        story.add(happening.toString());
        oracle.tell(new Step(now, happening));
    }

    private static String name(int device) {
        return device == 0 ? "Laptop" : "Phone " + device;
    }

    @Override
    public String toString() {
        return String.join("\n", story) + "\n" + walk.incident();
    }
}
