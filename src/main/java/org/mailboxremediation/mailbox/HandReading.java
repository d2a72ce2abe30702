package org.mailboxremediation.mailbox;

import java.util.List;
import org.mailboxremediation.restore.Reconciled;

/**
 * What a reading says of what a person did by hand.
 *
 * @param blocked whether the mailbox is blocked as far as the case knows
 * @param mayBeOpen whether the restore guard allows access to be back
 * @param byHand whether a person set the newest password
 * @param machineSet whether the machine did, and it was read as set
 * @param codes what was read
 */
record HandReading(boolean blocked, boolean mayBeOpen, boolean byHand, boolean machineSet, List<String> codes) {

    HandReading {
        codes = List.copyOf(codes);
    }

    /** The worst of what the codes say. */
    Reconciled found() {
        if (ends(Passwords.OLD + Passwords.ACCEPTED)) {
            return Reconciled.STILL_LETS_IN;
        }
        if (blocked && open() && !mayBeOpen) {
            return Reconciled.NOT_BLOCKED;
        }
        if (byHand && ends(Passwords.NEW + Passwords.ACCEPTED)) {
            return Reconciled.MACHINE_PASSWORD;
        }
        if (machineSet && open() && ends(Passwords.NEW + Passwords.REFUSED)) {
            return Reconciled.PASSWORD_REFUSED;
        }
        if (codes.stream().anyMatch(code -> code.startsWith(Persistence.REMAINS))) {
            return Reconciled.SETTINGS_FOUND;
        }
        return codes.isEmpty() ? Reconciled.UNVERIFIABLE : Reconciled.AGREES;
    }

    /** Whether somebody could log in. */
    boolean open() {
        return codes.contains(Reading.ENABLED) || ends(Passwords.ACCEPTED);
    }

    /** Whether the provider said that nobody could. */
    boolean shut() {
        return codes.contains(Reading.DISABLED) && !ends(Passwords.ACCEPTED);
    }

    private boolean ends(String end) {
        return codes.stream().anyMatch(code -> code.endsWith(end));
    }
}
