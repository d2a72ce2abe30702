package org.mailboxremediation.sandbox.rackspace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;
import org.mailboxremediation.sandbox.account.Account;
import org.mailboxremediation.sandbox.account.Profile;

/** A mailbox as the API shows it. Its names differ from those that an edit takes. */
@SandboxComponent
final class MailboxDocument {

    /** The contact fields: nested when read, flat when written. */
    static final List<String> CONTACT = List.of(
            "lastName",
            "firstName",
            "generationQualifier",
            "initials",
            "organizationUnit",
            "businessStreet",
            "businessCity",
            "businessState",
            "businessPostalCode",
            "businessCountry",
            "homeStreet",
            "homeCity",
            "homeState",
            "homePostalCode",
            "homeCountry",
            "businessNumber",
            "homeNumber",
            "mobileNumber",
            "faxNumber",
            "homeFaxNumber",
            "pagerNumber",
            "notes",
            "title",
            "userID",
            "customID",
            "organizationalStatus",
            "employeeType");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("M/d/yyyy h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private final SandboxProperties properties;

    MailboxDocument(SandboxProperties properties) {
        this.properties = properties;
    }

    ObjectNode full(Account account) {
        Profile profile = account.profile();
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("displayName", text(profile.displayName()))
                .put("size", account.sizeMegabytes())
                .put("currentUsage", 0)
                .put("enabled", account.enabled())
                .put("createdDate", date(account.createdAt()))
                .put("lastLogin", date(account.lastLogin()))
                .put("enableVacationMessage", profile.vacation())
                .put("vacationMessage", text(profile.vacationMessage()))
                .put("saveForwardedEmail", profile.saveForwarded())
                .put("visibleInRackspaceEmailCompanyDirectory", profile.inCompanyDirectory())
                .put("visibleInExchangeGAL", profile.inExchangeList());
        ArrayNode forwarding = body.putArray("emailForwardingAddressList");
        profile.forwarding().forEach(forwarding::add);
        ObjectNode contact = body.putObject("contactInfo");
        CONTACT.forEach(field -> contact.put(field, text(profile.contact().getOrDefault(field, ""))));
        return body;
    }

    /** Name and display name, and of the rest what the caller names in {@code fields}. */
    ObjectNode item(Account account, List<String> fields) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("name", account.name())
                .put("displayName", text(account.profile().displayName()));
        ObjectNode full = full(account);
        List.of("size", "currentUsage", "enabled", "createdDate", "lastLogin").stream()
                .filter(field -> fields.contains(field.toLowerCase(Locale.ROOT)))
                .forEach(field -> item.set(field, full.get(field)));
        return item;
    }

    private String text(String value) {
        return value.isEmpty() && properties.assume().emptyTextAsBlank() ? " " : value;
    }

    private static String date(@Nullable Instant instant) {
        return instant == null ? "" : DATE.format(instant);
    }
}
