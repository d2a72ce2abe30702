package org.mailboxremediation.restore.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.mailboxremediation.restore.walk.Happening.Deed;
import org.mailboxremediation.restore.walk.Happening.Sight;

/**
 * What happens to one case, drawn from a seed: trouble in any order and at any time, and at the end everything that is
 * asked for, so that the gate has to open. A change is asked for when the oracle says that one is due, soon or late, and
 * sometimes when none is.
 */
final class RandomWalk {

    private static final String[] SYMPTOMS = {
        "BOUNCES",
        "UNFAMILIAR_MAIL",
        "PASSWORD_CHANGED",
        "COLLEAGUES_RECEIVED",
        "FORWARDING_ADDED",
        "REPLY_TO_CHANGED",
        "DISABLED_NOTICE"
    };
    private static final List<String> SHOW_ACCESS = List.of("PASSWORD_CHANGED", "FORWARDING_ADDED", "REPLY_TO_CHANGED");
    private static final String[] PEOPLE = {"alice", "bob", "carol"};
    private static final int DAY = 24 * 3600;

    private final Random random;
    private final Oracle oracle;
    private final List<Step> steps = new ArrayList<>();
    private long now = 1;
    private int devices;
    private int settings;
    private boolean sealed;
    private boolean byHand;

    private RandomWalk(long seed, long validFor) {
        random = new Random(seed);
        oracle = new Oracle(validFor);
    }

    /** The walk of that seed; sealed passwords are good for so many seconds. */
    static List<Step> of(long seed, long validFor) {
        RandomWalk walk = new RandomWalk(seed, validFor);
        int length = 5 + walk.random.nextInt(40);
        for (int i = 0; i < length; i++) {
            walk.pass();
            walk.trouble();
        }
        walk.putRight();
        return List.copyOf(walk.steps);
    }

    private void pass() {
        boolean long_ = random.nextInt(12) == 0;
        now += 1 + random.nextInt(long_ ? 2 * DAY : 2 * 3600);
    }

    private void trouble() {
        if (oracle.underWay()) {
            goOnWithTheChange();
            return;
        }
        if (oracle.due(now) && random.nextInt(3) > 0) {
            ask();
            return;
        }
        switch (random.nextInt(13)) {
            case 0 -> addDevice();
            case 1, 2, 3 -> scan(random.nextInt(3) == 0);
            case 4 -> brokenScan();
            case 5 -> done(any(Deed.values()));
            case 6 -> tell(new Happening.ListAttested(any(PEOPLE), random.nextInt(4) > 0));
            case 7 -> setting();
            case 8 -> symptom();
            case 9, 10 -> handOver();
            case 11 -> byHand();
            default -> whatever();
        }
    }

    private void whatever() {
        if (random.nextInt(4) == 0 && oracle.changes() > 0) {
            ask();
        } else {
            tell(new Happening.SettingsRead());
        }
    }

    private void ask() {
        sealed = true;
        byHand = false;
        tell(new Happening.Asked());
    }

    /** Anything may come between asking, setting and checking. */
    private void goOnWithTheChange() {
        switch (random.nextInt(5)) {
            case 0 -> addDevice();
            case 1 -> scan(random.nextBoolean());
            case 2 -> symptom();
            default -> {
                tell(new Happening.Set());
                now += random.nextInt(60);
                tell(new Happening.Checked(random.nextInt(4) > 0 ? Sight.OUT : any(Sight.values())));
            }
        }
    }

    private void addDevice() {
        tell(new Happening.DeviceAdded(devices));
        devices++;
    }

    private void scan(boolean found) {
        if (devices > 0) {
            scan(random.nextInt(devices), found, 0);
        }
    }

    private void scan(int device, boolean found, long signaturesOlder) {
        long took = 1L + random.nextInt(1800);
        long finished = now - random.nextInt(60);
        long started = Math.max(finished - took, Math.min(finished, 0));
        tell(new Happening.Scanned(device, found, 1000, finished - DAY - signaturesOlder, started, finished));
    }

    private void brokenScan() {
        if (devices == 0) {
            return;
        }
        int device = random.nextInt(devices);
        long signatures = now - DAY;
        switch (random.nextInt(4)) {
            case 0 -> tell(new Happening.Scanned(device, false, 0, signatures, now, now));
            case 1 -> scan(device, false, 30L * DAY);
            case 2 -> tell(new Happening.Scanned(device, false, 10, signatures, now, now + DAY));
            // Begun long ago: before the report, or before malware was found.
            default ->
                tell(new Happening.Scanned(
                        device, random.nextInt(5) == 0, 10, signatures, now - random.nextInt(2 * DAY), now));
        }
    }

    private void done(Deed deed) {
        if (devices > 0) {
            tell(new Happening.Done(random.nextInt(devices), deed));
        }
    }

    private void setting() {
        if (settings == 0 || random.nextInt(3) == 0) {
            tell(new Happening.SettingFound(settings));
            settings++;
        } else {
            tell(new Happening.SettingSettled(random.nextInt(settings), random.nextBoolean()));
        }
    }

    private void symptom() {
        String symptom = any(SYMPTOMS);
        tell(new Happening.SymptomSeen(symptom, SHOW_ACCESS.contains(symptom)));
    }

    /** Early or not: what the rules ask is only what became of the password. */
    private void handOver() {
        if (oracle.changes() == 0) {
            return;
        }
        if (byHand) {
            tell(new Happening.HandedOnByHand(random.nextInt(3) > 0));
        } else if (sealed && random.nextInt(3) > 0 && oracle.sealedIsGood(now)) {
            sealed = false;
            tell(new Happening.Revealed());
        } else if (random.nextInt(2) == 0 && oracle.sealedIsGood(now)) {
            sealed = false;
            tell(new Happening.Lost());
        }
    }

    private void byHand() {
        if (oracle.checkedOut()) {
            return;
        }
        if (random.nextBoolean()) {
            tell(new Happening.LockOutAttested(random.nextInt(3) > 0));
        } else {
            byHand = true;
            tell(new Happening.SetByHand(random.nextBoolean()));
        }
    }

    /** Does all that is asked for, and no more changes than are due. */
    private void putRight() {
        now += 60;
        for (int device = 0; device < devices; device++) {
            now += 3600;
            scan(device, false, 0);
        }
        for (int setting = 0; setting < settings; setting++) {
            tell(new Happening.SettingSettled(setting, true));
        }
        tell(new Happening.SettingsRead());
        tell(new Happening.ListAttested("alice", true));
        tell(new Happening.ListAttested("bob", true));
        now += 60;
        while (oracle.due(now) || oracle.underWay()) {
            if (!oracle.underWay()) {
                ask();
            }
            tell(new Happening.Set());
            tell(new Happening.Checked(Sight.OUT));
        }
        if (!oracle.checkedOut()) {
            tell(new Happening.SetByHand(true));
        }
    }

    private <T> T any(T[] choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }

    private void tell(Happening happening) {
        Step step = new Step(now, happening);
        steps.add(step);
        oracle.tell(step);
        now++;
    }
}
