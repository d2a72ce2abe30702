package org.mailboxremediation.restore.walk;

/** What can happen to a case, in words of no package of the product. Times are whole seconds since the report. */
public sealed interface Happening {

    /** A password change is asked for; its password is sealed. */
    record Asked() implements Happening {}

    /** The provider holds the password that was asked for. */
    record Set() implements Happening {}

    /** What the check of the lock-out saw. */
    record Checked(Sight sight) implements Happening {}

    /** A person attests that the attacker is out, or is not. */
    record LockOutAttested(boolean out) implements Happening {}

    /** A person set another password in the provider's panel and stands for it; or the owner did, who then has it. */
    record SetByHand(boolean byOwner) implements Happening {}

    /** The password that was set by hand reached its owner, or got lost. */
    record HandedOnByHand(boolean reached) implements Happening {}

    /** The sealed password was shown. */
    record Revealed() implements Happening {}

    /** The sealed password, shown or not, is said to be lost. */
    record Lost() implements Happening {}

    /** A device is listed, from the report or late. */
    record DeviceAdded(int device) implements Happening {}

    /** A scan is brought in. A signature time before the report is negative. */
    record Scanned(int device, boolean found, long files, long signatures, long started, long finished)
            implements Happening {}

    /** A person says what was done to a device. */
    record Done(int device, Deed deed) implements Happening {}

    /** A person says that the device list is complete, or that devices are missing. */
    record ListAttested(String person, boolean complete) implements Happening {}

    /** The mailbox's settings were read. */
    record SettingsRead() implements Happening {}

    /** A forwarding, auto-reply, spam forwarding or alias was found. */
    record SettingFound(int setting) implements Happening {}

    /** It was cleared, or accepted. */
    record SettingSettled(int setting, boolean cleared) implements Happening {}

    /** Somebody reports a symptom. */
    record SymptomSeen(String symptom, boolean showsAccess) implements Happening {}

    /** What a check of the lock-out can see. */
    enum Sight {
        OUT,
        STILL_IN,
        NOTHING
    }

    /** What a person can do to a device. */
    enum Deed {
        MALWARE_REMOVED,
        REIMAGED,
        RETIRED,
        WIPED_OR_OUT_OF_USE
    }
}
