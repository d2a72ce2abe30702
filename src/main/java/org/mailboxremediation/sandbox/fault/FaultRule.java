package org.mailboxremediation.sandbox.fault;

/**
 * Which calls fail, and how. Calls are counted from when the rule was set.
 *
 * @param operation the call's name ({@code mailbox.password}, {@code imap.login}, …), or its beginning and {@code *}
 * @param target the full address of the mailbox or recipient, or the block list's entry; {@code *} for any
 * @param after how many matching calls go well before the first that fails
 * @param times how many fail then; 0 for all
 * @param probability of each call to be taken at all, above 0 to 1
 * @param trouble how they fail
 */
public record FaultRule(String operation, String target, int after, int times, double probability, Trouble trouble) {

    private static final String ANY = "*";

    public FaultRule {
        if (operation.isBlank() || target.isBlank()) {
            throw new IllegalArgumentException("operation and target must be given; * is any");
        }
        if (after < 0 || times < 0 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "after and times must not be negative, probability must be above 0 and at most 1");
        }
    }

    /** The first call of that operation on that target fails. */
    public static FaultRule once(String operation, String target, Trouble trouble) {
        return new FaultRule(operation, target, 0, 1, 1, trouble);
    }

    /** Every call of that operation on that target fails. */
    public static FaultRule always(String operation, String target, Trouble trouble) {
        return new FaultRule(operation, target, 0, 0, 1, trouble);
    }

    /** A copy that lets that many calls go well first. */
    public FaultRule behind(int calls) {
        return new FaultRule(operation, target, calls, times, probability, trouble);
    }

    /** A copy that fails that many calls. */
    public FaultRule repeated(int calls) {
        return new FaultRule(operation, target, after, calls, probability, trouble);
    }

    boolean matches(String calledOperation, String calledTarget) {
        boolean named = operation.endsWith(ANY)
                ? calledOperation.startsWith(operation.substring(0, operation.length() - 1))
                : calledOperation.equals(operation);
        return named && (target.equals(ANY) || target.equalsIgnoreCase(calledTarget));
    }
}
