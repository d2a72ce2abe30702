package org.mailboxremediation.mailbox;

import java.time.Duration;

/**
 * Why the provider did not do what it was asked. Texts are fixed: nothing the provider or an attacker wrote, no secret,
 * no cause (promise P5).
 */
public abstract sealed class ProviderFailure extends RuntimeException {

    private ProviderFailure(String message) {
        super(message, null, false, false);
    }

    /** The provider says there is no such mailbox. */
    public static final class UnknownMailbox extends ProviderFailure {
        public UnknownMailbox() {
            super("The provider knows no such mailbox. Check the address in the Control Panel.");
        }
    }

    /** The provider understood and refused: repeating the same request will not help. */
    public static final class RequestRejected extends ProviderFailure {
        public RequestRejected(int status) {
            super("The provider rejected the request (HTTP " + status + "). Do the step in the Control Panel.");
        }
    }

    /** The API keys are wrong or revoked: every call will fail until they are replaced. */
    public static final class CredentialsRefused extends ProviderFailure {
        public CredentialsRefused() {
            super("The provider refused the API keys. Replace them, then try again.");
        }
    }

    /** There is no API to ask: a person does it in the Control Panel, and attests it. */
    public static final class ByHand extends ProviderFailure {
        public ByHand() {
            super("There is no API. Do the step in the Control Panel.");
        }
    }

    /** Nothing is known of the effect, or the budget is spent: try again, and verify. */
    public static final class Unavailable extends ProviderFailure {

        private final Duration retryAfter;
        private final boolean budget;

        /** The provider failed or gave no answer that can be read. */
        public Unavailable(String fixedReason, Duration retryAfter) {
            this(fixedReason, retryAfter, false);
        }

        private Unavailable(String fixedReason, Duration retryAfter, boolean budget) {
            super(fixedReason);
            this.retryAfter = retryAfter;
            this.budget = budget;
        }

        /** The request budget is spent, by our own count or by the provider's: nothing was done. */
        public static Unavailable budget(Duration retryAfter) {
            return new Unavailable("The provider's request limit is reached.", retryAfter, true);
        }

        /** Whether it only waits its turn. Never counts as failing. */
        public boolean isBudget() {
            return budget;
        }

        /** How long to wait at least before the next try; never negative. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
