package org.mailboxremediation.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.LoginResult.Answer;

/** One login, and out again. A refusal counts as one only if the server says that it is about the login itself. */
final class MailLogin {

    /** RFC 5530: the server could not or would not decide. */
    private static final Pattern NOT_ABOUT_THE_PASSWORD =
            Pattern.compile("\\[(UNAVAILABLE|SERVERBUG|INUSE|LIMIT|PRIVACYREQUIRED)].*", Pattern.DOTALL);

    /** RFC 4954 §6: a permanent refusal, but not of the mechanism or of the missing encryption. */
    private static final Pattern SMTP_REFUSAL = Pattern.compile("5(?!30|34|38)\\d\\d\\b.*", Pattern.DOTALL);

    private final Duration timeout;
    /** One for each way: making one looks through the whole class path, which costs more than the login. */
    private final Map<Way, Session> sessions = new ConcurrentHashMap<>();

    private final ScheduledExecutorService writeTimeouts;

    /**
     * @param timeout for the connection, each answer and each thing said
     * @param writeTimeouts closes the connections that take nothing; without one, each would start a thread of its own
     */
    MailLogin(Duration timeout, ScheduledExecutorService writeTimeouts) {
        this.timeout = timeout;
        this.writeTimeouts = writeTimeouts;
    }

    Answer imap(Server server, MailboxAddress mailbox, Secret password) {
        try (Store store = session("imap", server.tls()).getStore("imap")) {
            connect(store, server, mailbox, password);
            return Answer.ACCEPTED;
        } catch (AuthenticationFailedException refused) {
            return NOT_ABOUT_THE_PASSWORD.matcher(said(refused)).matches() ? Answer.UNKNOWN : Answer.REFUSED;
        } catch (MessagingException | RuntimeException noAnswer) {
            return Answer.UNKNOWN;
        }
    }

    /** A server that offers no AUTH accepts anyone: that says nothing of the password. */
    Answer smtp(Server server, MailboxAddress mailbox, Secret password) {
        try (Transport transport = session("smtp", server.tls()).getTransport("smtp")) {
            connect(transport, server, mailbox, password);
            boolean asked = transport instanceof SMTPTransport smtp && smtp.supportsExtension("AUTH");
            return asked ? Answer.ACCEPTED : Answer.UNKNOWN;
        } catch (AuthenticationFailedException refused) {
            return SMTP_REFUSAL.matcher(said(refused)).matches() ? Answer.REFUSED : Answer.UNKNOWN;
        } catch (MessagingException | RuntimeException noAnswer) {
            return Answer.UNKNOWN;
        }
    }

    private static String said(AuthenticationFailedException refused) {
        String message = refused.getMessage();
        return message == null ? "" : message.strip();
    }

    private static void connect(Service service, Server server, MailboxAddress mailbox, Secret password)
            throws MessagingException {
        service.connect(server.host(), server.port(), mailbox.asString(), password.reveal());
    }

    private Session session(String protocol, LoginProperties.Tls tls) {
        return sessions.computeIfAbsent(new Way(protocol, tls), this::session);
    }

    /** Without debug output, which would print the password. It keeps none: who connects brings it. */
    private Session session(Way way) {
        String prefix = "mail." + way.protocol() + ".";
        String millis = Long.toString(timeout.toMillis());
        Properties settings = new Properties();
        settings.setProperty(prefix + "connectiontimeout", millis);
        settings.setProperty(prefix + "timeout", millis);
        settings.setProperty(prefix + "writetimeout", millis);
        settings.put(prefix + "executor.writetimeout", writeTimeouts);
        settings.setProperty(prefix + "auth", "true");
        // PLAIN asks once where LOGIN, which comes first by default, asks three times. A farewell needs no answer.
        settings.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN DIGEST-MD5 NTLM");
        settings.setProperty("mail.smtp.quitwait", "false");
        // Otherwise the host's name is looked up, which can take longer than the login, and told to the server.
        settings.setProperty(prefix + "localhost", "[127.0.0.1]");
        settings.setProperty(prefix + "ssl.enable", Boolean.toString(way.tls() == LoginProperties.Tls.TLS));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "starttls.required", Boolean.toString(way.tls() == LoginProperties.Tls.STARTTLS));
        return Session.getInstance(settings);
    }

    private record Way(String protocol, LoginProperties.Tls tls) {}

    /** Where to log in. */
    record Server(String host, int port, LoginProperties.Tls tls) {}
}
