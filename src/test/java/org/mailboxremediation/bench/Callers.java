package org.mailboxremediation.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.LoginCheck;
import org.mailboxremediation.mailbox.LoginFixture;
import org.mailboxremediation.mailbox.LoginResult.Answer;
import org.mailboxremediation.mailbox.MailboxProvider;
import org.mailboxremediation.mailbox.rackspace.RackspaceFixture;

/**
 * The calls and logins that each mailbox needs until its first user task, made by the product's own client and by nothing
 * around it: no engine, no database, nothing that would survive a crash.
 *
 * <p>Arguments: the provider's base URL, the ports of its IMAP and its submission server, the file for the result. Each line
 * of the input is how many mailboxes; a line of the result is one mailbox, in seconds: write accepted, lock-out verified.
 */
final class Callers {

    private static final Secret PASSWORD = Secret.of("Bench-Passw0rd-1");
    private static final Secret OLD_PASSWORD = Secret.of("Bench-Passw0rd-0");

    private final MailboxProvider provider;
    private final LoginCheck logins;
    private final ExecutorService threads = Executors.newFixedThreadPool(LockOutTable.CALLS_AT_ONCE);

    private Callers(MailboxProvider provider, LoginCheck logins) {
        this.provider = provider;
        this.logins = logins;
    }

    public static void main(String[] arguments) throws IOException {
        Callers callers = new Callers(
                RackspaceFixture.unlimited(arguments[0], Emulator.USER_KEY, Emulator.SECRET_KEY, Clock.systemUTC()),
                LoginFixture.onThisMachine(
                        Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Duration.ofSeconds(20)));
        Path result = Path.of(arguments[3]);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Path unfinished = result.resolveSibling("unfinished");
            Files.writeString(unfinished, callers.secure(Integer.parseInt(line)));
            Files.move(unfinished, result, StandardCopyOption.ATOMIC_MOVE);
        }
        System.exit(0);
    }

    /** In the order of the product: every write before the first verification, settings at the end. */
    private String secure(int count) {
        List<MailboxAddress> mailboxes = IntStream.rangeClosed(1, count)
                .mapToObj("user%05d@example.com"::formatted)
                .map(MailboxAddress::parse)
                .toList();
        long start = System.nanoTime();
        List<Double> accepted = all(mailboxes, start, mailbox -> provider.changePasswordAndBlock(mailbox, PASSWORD));
        List<Double> verified = all(mailboxes, start, this::verify);
        all(mailboxes, start, this::readSettings);
        return IntStream.range(0, count)
                .mapToObj(place -> accepted.get(place) + " " + verified.get(place))
                .collect(Collectors.joining("\n"));
    }

    private List<Double> all(List<MailboxAddress> mailboxes, long start, Consumer<MailboxAddress> call) {
        List<CompletableFuture<Double>> done = mailboxes.stream()
                .map(mailbox -> CompletableFuture.supplyAsync(
                        () -> {
                            call.accept(mailbox);
                            return (System.nanoTime() - start) / 1e9;
                        },
                        threads))
                .toList();
        return done.stream().map(CompletableFuture::join).toList();
    }

    private void verify(MailboxAddress mailbox) {
        boolean lockedOut = !provider.show(mailbox).enabled()
                && logins.check(mailbox, PASSWORD).isBoth(Answer.REFUSED)
                && logins.check(mailbox, OLD_PASSWORD).isBoth(Answer.REFUSED);
        if (!lockedOut) {
            throw new IllegalStateException("not locked out");
        }
    }

    private void readSettings(MailboxAddress mailbox) {
        provider.show(mailbox);
        provider.spamForwarding(mailbox);
        provider.aliasesOf(mailbox);
    }
}
