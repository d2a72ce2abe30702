package org.mailboxremediation.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.incident.MailboxAddress;

class PasswordGeneratorTest {

    private static final int MANY = 20_000;
    private static final MailboxAddress MAILBOX = MailboxAddress.parse("alice.van-dam@mail.example.com");
    private static final String NAME = "Alice van Dam (Büro)";
    private static final Set<String> GENERATED = new HashSet<>();

    @BeforeAll
    static void generateMany() {
        PasswordGenerator generator = new PasswordGenerator(new SecureRandom());
        for (int n = 0; n < MANY; n++) {
            GENERATED.add(generator.generate(MAILBOX, NAME).reveal());
        }
    }

    @Test
    void noTwoAreTheSame() {
        assertThat(GENERATED).hasSize(MANY);
    }

    @Test
    void eachHasTwentyToTwentyFourCharactersOfAllFourClasses() {
        assertThat(GENERATED)
                .allSatisfy(password -> assertThat(password)
                        .hasSizeBetween(20, 24)
                        .containsPattern("[a-z]")
                        .containsPattern("[A-Z]")
                        .containsPattern("[0-9]")
                        .containsPattern("[^A-Za-z0-9]"));
    }

    @Test
    void noneHasLookAlikesOrSymbolsThatSoftwareTripsOver() {
        Pattern safe = Pattern.compile("[a-km-np-zA-HJ-NP-Z2-9!*=?@_-]+");
        assertThat(GENERATED).allMatch(password -> safe.matcher(password).matches());
    }

    @Test
    void noneStartsWithASymbol() {
        assertThat(GENERATED).allMatch(password -> Character.isLetterOrDigit(password.charAt(0)));
    }

    @Test
    void noneHasARunOfThreeDigitsOrARepeatedTriple() {
        Pattern run = Pattern.compile("[0-9]{3}|(.)\\1\\1|(...).*\\2");
        assertThat(GENERATED).noneMatch(password -> run.matcher(password).find());
    }

    @Test
    void noneHoldsAPartOfTheMailboxOrTheName() {
        List<String> parts = List.of(
                "ali", "lic", "ice", "van", "dam", "mai", "ail", "exa", "xam", "amp", "mpl", "ple", "com", "büro",
                "üro");
        assertThat(GENERATED)
                .noneMatch(password -> parts.stream().anyMatch(password.toLowerCase(Locale.ROOT)::contains));
    }

    @Test
    void everyCharacterOfTheAlphabetComesUpAboutEquallyOften() {
        int[] seen = new int[128];
        GENERATED.forEach(password -> password.chars().forEach(character -> seen[character]++));
        double mean = (double) MANY * PasswordGenerator.LENGTH / PasswordPolicy.ALPHABET.length();
        assertThat(PasswordPolicy.ALPHABET.chars().mapToObj(character -> seen[character]))
                .allSatisfy(count -> assertThat((double) count).isBetween(mean * 0.75, mean * 1.35));
    }

    @Test
    void moreThanAHundredBitsAreLeftAfterTheRules() {
        SecureRandom random = new SecureRandom();
        PasswordPolicy policy = PasswordPolicy.of(MAILBOX, NAME + " abcdefghijkmnpqrstuvwxyz".repeat(8));
        int allowed = 0;
        for (int n = 0; n < 10_000; n++) {
            StringBuilder candidate = new StringBuilder();
            for (int index = 0; index < PasswordGenerator.LENGTH; index++) {
                candidate.append(PasswordPolicy.ALPHABET.charAt(random.nextInt(PasswordPolicy.ALPHABET.length())));
            }
            allowed += policy.allows(candidate.toString()) ? 1 : 0;
        }
        double bits = PasswordGenerator.LENGTH * Math.log(PasswordPolicy.ALPHABET.length()) / Math.log(2)
                + Math.log(allowed / 10_000.0) / Math.log(2);
        assertThat(bits).isGreaterThan(128);
    }
}
