package org.mailboxremediation.sandbox.rackspace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailboxremediation.sandbox.SandboxComponent;
import org.mailboxremediation.sandbox.SandboxProperties;

/** The provider's rule: at least 8 characters, of at least 3 of 4 classes. Its message never repeats the password. */
@SandboxComponent
final class PasswordRule {

    private static final int SHORTEST_NAME = 3;
    private static final List<Pattern> CLASSES = Stream.of("[A-Z]", "[a-z]", "[0-9]", "[^A-Za-z0-9]")
            .map(Pattern::compile)
            .toList();

    private final SandboxProperties properties;

    PasswordRule(SandboxProperties properties) {
        this.properties = properties;
    }

    /**
     * Checks a password.
     *
     * @throws Fault 400 if it breaks the rule
     */
    void check(String password, String mailboxName, String displayName) {
        long classes =
                CLASSES.stream().filter(each -> each.matcher(password).find()).count();
        if (password.length() < 8 || classes < 3) {
            throw Fault.validation("Invalid password: at least 8 characters, of at least 3 of the classes"
                    + " upper case, lower case, digits and others, are required");
        }
        if (properties.assume().passwordNameRule() && holdsName(password, mailboxName, displayName)) {
            throw Fault.validation("Invalid password: it must not hold the user name or display name");
        }
    }

    private static boolean holdsName(String password, String mailboxName, String displayName) {
        String lower = password.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(mailboxName), Arrays.stream(displayName.split("\\s+")))
                .filter(name -> name.length() >= SHORTEST_NAME)
                .anyMatch(name -> lower.contains(name.toLowerCase(Locale.ROOT)));
    }
}
