package org.mailboxremediation.sandbox.rackspace;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.Account;
import org.mailboxremediation.sandbox.account.Profile;

/** Applies the fields that were sent to a mailbox; what was not sent stays. */
@SandboxComponent
final class MailboxEdit {

    private static final int LONGEST_DISPLAY_NAME = 400;

    private final SandboxProperties properties;

    MailboxEdit(SandboxProperties properties) {
        this.properties = properties;
    }

    Account apply(Account account, Fields fields) {
        return account.withName(newName(account, fields))
                .withEnabled(fields.flag("enabled", account.enabled()))
                .withSize(fields.number("size", account.sizeMegabytes()))
                .withProfile(profile(account.profile(), fields));
    }

    private static String newName(Account account, Fields fields) {
        String name = fields.text("name", account.name()).toLowerCase(Locale.ROOT);
        if (!Syntax.name(name)) {
            throw Fault.validation("Invalid value for field: name");
        }
        return name;
    }

    private Profile profile(Profile profile, Fields fields) {
        String displayName = fields.text("displayName", profile.displayName());
        if (displayName.length() > LONGEST_DISPLAY_NAME) {
            throw Fault.validation("Invalid value for field: displayName");
        }
        return forwarding(profile, fields)
                .withDisplayName(displayName)
                .withVacation(
                        fields.flag("enableVacationMessage", profile.vacation()),
                        fields.text("vacationMessage", profile.vacationMessage()))
                .withListings(
                        fields.flag("visibleInRackspaceEmailCompanyDirectory", profile.inCompanyDirectory()),
                        fields.flag("visibleInExchangeGAL", profile.inExchangeList()))
                .withContact(contact(fields));
    }

    private Profile forwarding(Profile profile, Fields fields) {
        boolean saveCopy = fields.flag("saveForwardedEmail", profile.saveForwarded());
        boolean sent = fields.text("emailForwardingAddresses")
                .filter(value -> !value.isEmpty() || properties.assume().clearForwardingByEmpty())
                .isPresent();
        return profile.withForwarding(
                sent ? Syntax.addresses(fields, "emailForwardingAddresses") : profile.forwarding(), saveCopy);
    }

    private static Map<String, String> contact(Fields fields) {
        Map<String, String> changed = new TreeMap<>();
        MailboxDocument.CONTACT.forEach(field -> fields.text(field).ifPresent(value -> changed.put(field, value)));
        return changed;
    }
}
