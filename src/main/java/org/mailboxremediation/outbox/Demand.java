package org.mailboxremediation.outbox;

/**
 * What an attempt asks for.
 *
 * @param target whose workers make it
 * @param reads how many reads of the provider's API it usually needs
 * @param writes how many writes of the provider's API it usually needs
 * @param lockOut whether it locks an attacker out: then it may use up the budget to the last call
 */
public record Demand(Target target, int reads, int writes, boolean lockOut) {

    public Demand {
        if (reads < 0 || writes < 0) {
            throw new IllegalArgumentException("an attempt cannot need fewer than no calls");
        }
    }

    /** A demand without any budget. */
    public static Demand on(Target target) {
        return new Demand(target, 0, 0, false);
    }

    /** The same with that many calls of the provider's API. */
    public Demand calls(int usualReads, int usualWrites) {
        return new Demand(target, usualReads, usualWrites, lockOut);
    }

    /** The same for an effect that locks an attacker out. */
    public Demand forLockOut() {
        return new Demand(target, reads, writes, true);
    }

    int of(Pace.Kind kind) {
        return kind == Pace.Kind.READ ? reads : writes;
    }
}
