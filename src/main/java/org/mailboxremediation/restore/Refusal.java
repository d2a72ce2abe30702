package org.mailboxremediation.restore;

/** Why access does not come back yet, and what to do next. */
public enum Refusal {
    PASSWORD_NOT_CHANGED("The password has not been changed. Change it first (step 1)."),
    CHANGE_PENDING("The newest password change is not settled. Wait for its outcome, or do its open task."),
    CHANGE_DUE("The newest password is no longer good. A new change is due once no device is infected."),
    LOCK_OUT_UNVERIFIED("Nobody has seen the attacker locked out. Check by hand and attest it."),
    DEVICE_NOT_SETTLED("Devices are not settled. Scan each, or retire it, or attest it wiped or out of use."),
    DEVICE_LIST_NOT_ATTESTED("Nobody has attested that the device list is complete. Attest it."),
    EMPTY_LIST_NEEDS_SECOND_PERSON("The device list is empty. A second person must attest that it is complete."),
    SETTINGS_NOT_READ("The mailbox's settings have not been read. Read them, or look and attest it."),
    SETTING_OPEN("Settings found in the mailbox are open. Clear or accept each.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** A fixed text for a person. */
    public String sentence() {
        return sentence;
    }
}
