package org.mailboxremediation.restore.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the gate must say, from the text of the promises P1, P3 and P8 alone. It shares no code with the product: it keeps
 * all that happened, and reads it anew for each answer.
 *
 * <p>Two sentences are added to the text for the smallest number of changes: while a device is infected only what shows
 * that the attacker is in makes a change due, since any password set then would be void again; and nothing is due while a
 * change is under way.
 */
public final class Oracle {

    private static final long FRESH = 7 * 24 * 3600;

    private final long validFor;
    private final List<Password> passwords = new ArrayList<>();
    private final Map<Integer, OracleDevice> devices = new TreeMap<>();
    private final List<Happening.ListAttested> lists = new ArrayList<>();
    private final Set<Integer> openSettings = new HashSet<>();
    private final Map<String, Long> accessSymptoms = new TreeMap<>();
    private boolean settingsRead;

    /** An oracle for sealed passwords that are good for so many seconds. */
    public Oracle(long validFor) {
        this.validFor = validFor;
    }

    /** Takes in what happens. */
    public void tell(Step step) {
        long at = step.at();
        if (step.happening() instanceof Happening.Asked) {
            passwords.add(new Password(at));
        } else if (step.happening() instanceof Happening.DeviceAdded added) {
            devices.put(added.device(), new OracleDevice(FRESH));
        } else if (step.happening() instanceof Happening.Scanned scan) {
            device(scan.device()).scanned(at, scan);
        } else if (step.happening() instanceof Happening.Done done) {
            device(done.device()).done(at, done.deed());
        } else if (step.happening() instanceof Happening.ListAttested said) {
            lists.add(said);
        } else if (step.happening() instanceof Happening.SettingsRead) {
            settingsRead = true;
        } else if (step.happening() instanceof Happening.SettingFound found) {
            openSettings.add(found.setting());
        } else if (step.happening() instanceof Happening.SettingSettled settled) {
            openSettings.remove(settled.setting());
        } else if (step.happening() instanceof Happening.SymptomSeen seen) {
            if (seen.showsAccess()) {
                accessSymptoms.putIfAbsent(seen.symptom(), at);
            }
        } else {
            newest().tell(at, step.happening());
        }
    }

    /** P1, clause by clause. */
    public boolean allowed(long now) {
        return !passwords.isEmpty()
                && !newest().underWay()
                && !isVoid(newest(), now)
                && !due(now)
                && newest().lockedOut()
                && devices.values().stream().allMatch(OracleDevice::fine)
                && attestedBy().size() >= (devices.isEmpty() ? 2 : 1)
                && settingsRead
                && openSettings.isEmpty();
    }

    /** P3, with the first change that the report makes due, and §4's sentence on symptoms. */
    public boolean due(long now) {
        if (passwords.isEmpty()) {
            return true;
        }
        if (newest().underWay()) {
            return false;
        }
        boolean attackerIsIn = accessSymptoms.values().stream().anyMatch(seen -> seen > newest().setAt());
        boolean infected = devices.values().stream().anyMatch(OracleDevice::infected);
        return attackerIsIn || (!infected && isVoid(newest(), now));
    }

    /** How many changes were asked for. */
    public int changes() {
        return passwords.size();
    }

    /** Whether a change is asked for whose outcome is not known yet. */
    public boolean underWay() {
        return !passwords.isEmpty() && newest().underWay();
    }

    /** Whether the attacker was seen to be out, or there is nothing to look at. */
    boolean checkedOut() {
        return passwords.isEmpty() || newest().sight == Happening.Sight.OUT;
    }

    /** Whether the sealed password can still be shown, or said to be lost. */
    boolean sealedIsGood(long now) {
        return !newest().byHand && !newest().handOverFailed(now, validFor);
    }

    private boolean isVoid(Password password, long now) {
        return password.handOverFailed(now, validFor)
                || devices.values().stream()
                        .map(OracleDevice::latestInfectionEnded)
                        .anyMatch(ended -> ended >= 0 && password.setAt() < ended);
    }

    private Set<String> attestedBy() {
        Set<String> people = new HashSet<>();
        for (Happening.ListAttested said : lists) {
            if (said.complete()) {
                people.add(said.person());
            } else {
                people.clear();
            }
        }
        return people;
    }

    private OracleDevice device(int number) {
        return Objects.requireNonNull(devices.get(number));
    }

    private Password newest() {
        return passwords.get(passwords.size() - 1);
    }

    /** One password of the mailbox. */
    private static final class Password {

        private final long sealedAt;
        private long setAt = -1;
        private boolean checked;
        private Happening.Sight sight = Happening.Sight.NOTHING;
        private boolean saidOut;
        private boolean byHand;
        private boolean shown;
        private boolean lost;

        Password(long sealedAt) {
            this.sealedAt = sealedAt;
        }

        void tell(long at, Happening happening) {
            if (happening instanceof Happening.Set) {
                setAt = at;
            } else if (happening instanceof Happening.Checked seen) {
                checked = true;
                sight = seen.sight();
            } else if (happening instanceof Happening.LockOutAttested said) {
                saidOut = said.out();
            } else if (happening instanceof Happening.SetByHand) {
                // Another password: what was known of the one before says nothing of it.
                setAt = at;
                byHand = true;
                sight = Happening.Sight.NOTHING;
                saidOut = true;
                lost = false;
            } else if (happening instanceof Happening.HandedOnByHand on) {
                lost = !on.reached();
            } else if (happening instanceof Happening.Revealed) {
                shown = true;
            } else if (happening instanceof Happening.Lost) {
                lost = true;
            }
        }

        boolean underWay() {
            return !checked || setAt < 0;
        }

        long setAt() {
            return setAt;
        }

        boolean lockedOut() {
            return sight == Happening.Sight.OUT || (sight == Happening.Sight.NOTHING && saidOut);
        }

        boolean handOverFailed(long now, long validFor) {
            return lost || (!byHand && !shown && now >= sealedAt + validFor);
        }
    }
}
