package org.mailboxremediation.app.walk;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mailboxremediation.sandbox.ApiClient;
import org.mailboxremediation.sandbox.LineClient;

/** A mailbox as its owner, an attacker and the Control Panel have it: over IMAP, SMTP and the provider's API. */
record Mailbox(String address, ApiClient provider, int imapPort, int smtpPort) {

    static Mailbox at(String address, String base, int imapPort, int smtpPort) {
        return new Mailbox(address, new ApiClient(URI.create(base).getPort()), imapPort, smtpPort);
    }

    /** Whether both IMAP and SMTP take the password. */
    boolean accepts(String password) {
        return overImap(password) && overSmtp(password);
    }

    /** Whether neither of them does. */
    boolean refuses(String password) {
        return !overImap(password) && !overSmtp(password);
    }

    private boolean overImap(String password) {
        try (LineClient imap = new LineClient(imapPort)) {
            return imap.imap("LOGIN " + address + " \"" + password + "\"").startsWith("a OK");
        }
    }

    private boolean overSmtp(String password) {
        try (LineClient smtp = new LineClient(smtpPort)) {
            return smtp.smtpLogin(address, password).startsWith("235");
        }
    }

    /** An IMAP session that is logged in; the caller closes it. */
    LineClient session(String password) {
        LineClient imap = new LineClient(imapPort);
        if (!imap.imap("LOGIN " + address + " \"" + password + "\"").startsWith("a OK")) {
            throw new AssertionError("The login was refused");
        }
        return imap;
    }

    /** What the mail server says to mail for this mailbox from outside. */
    String answersTo(String sender) {
        try (LineClient smtp = new LineClient(smtpPort)) {
            smtp.smtp("EHLO outside.example");
            smtp.smtp("MAIL FROM:<" + sender + ">");
            return smtp.smtp("RCPT TO:<" + address + ">");
        }
    }

    void edit(String field, String value) {
        done(() -> provider.put(path(), field + "=" + encoded(value)));
    }

    /** What the provider shows of it. */
    String shown() {
        return provider.get(path()).body();
    }

    boolean enabled() {
        return ApiClient.json(provider.get(path())).path("enabled").asBoolean();
    }

    List<String> forwarding() {
        List<String> addresses = new ArrayList<>();
        ApiClient.json(provider.get(path()))
                .path("emailForwardingAddressList")
                .forEach(address -> addresses.add(address.asText()));
        return addresses;
    }

    void addToAlias(String alias) {
        done(() -> provider.post(ApiClient.DOMAIN + "/rs/aliases/" + alias, "aliasEmails=" + encoded(address)));
    }

    /** Takes the mailbox away: from then on the provider does not know it. */
    void delete() {
        done(() -> provider.delete(path()));
    }

    /** Brings a deleted mailbox back, as the provider does: enabled, with a new password. */
    void recover(String password) {
        done(() -> provider.post(path(), "recoverDeleted=true&password=" + encoded(password)));
    }

    private String path() {
        return ApiClient.DOMAIN + "/rs/mailboxes/" + address.substring(0, address.indexOf('@'));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void done(Supplier<HttpResponse<String>> call) {
        HttpResponse<String> answer = call.get();
        if (answer.statusCode() != 200) {
            throw new AssertionError("The provider said " + answer.statusCode() + " " + answer.body());
        }
    }
}
