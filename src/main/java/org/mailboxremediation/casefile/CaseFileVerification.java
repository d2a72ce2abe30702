package org.mailboxremediation.casefile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.event.Checkpoint;
import org.mailboxremediation.event.VerifyingKeys;

/**
 * Checks a case file without a server (promise P10). The key decides whom to believe: without one from elsewhere, the
 * file's own is taken, and its id is to be compared with the organisation's.
 */
public final class CaseFileVerification {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final VerifyingKeys trusted;
    private final List<Checkpoint> published;

    /**
     * Sets what is known from elsewhere.
     *
     * @param trusted the organisation's keys; none to take the file's own
     * @param published checkpoints from outside the database; those of other cases are left alone
     */
    public CaseFileVerification(VerifyingKeys trusted, List<Checkpoint> published) {
        this.trusted = trusted;
        this.published = List.copyOf(published);
    }

    /**
     * What came of a check.
     *
     * @param caseId whose file it says to be; null where it cannot be read
     * @param key the id of the key that it was checked with; null where there was none
     * @param events how many events were read
     * @param purges a sentence for each purge of personal data
     * @param flaws all that is wrong; the file is good where there is nothing
     */
    public record Result(
            @Nullable String caseId, @Nullable String key, int events, List<String> purges, List<Flaw> flaws) {
        public Result {
            purges = List.copyOf(purges);
            flaws = List.copyOf(flaws);
        }

        /** Whether nothing is wrong. */
        public boolean isGood() {
            return flaws.isEmpty();
        }
    }

    /**
     * Checks the file.
     *
     * @throws IOException if it cannot be read as an archive at all
     */
    public Result check(Path file) throws IOException {
        try (OpenedCaseFile opened = new OpenedCaseFile(file)) {
            List<Flaw> flaws = new ArrayList<>();
            Optional<VerifyingKeys> keys = keys(opened, flaws);
            Optional<Manifest> manifest = manifest(opened, keys, flaws);
            if (keys.isEmpty() || manifest.isEmpty()) {
                return new Result(null, null, 0, List.of(), flaws);
            }
            MemberCheck.check(opened, manifest.get(), flaws);
            ChainOfFile chain = new ChainOfFile(opened, manifest.get(), keys.get(), published);
            int events = chain.check(flaws);
            return new Result(manifest.get().caseId(), manifest.get().key(), events, chain.purges(), flaws);
        }
    }

    private Optional<VerifyingKeys> keys(OpenedCaseFile opened, List<Flaw> flaws) {
        if (!trusted.keys().isEmpty()) {
            return Optional.of(trusted);
        }
        try {
            return opened.content(Manifest.PUBLIC_KEY)
                    .map(pem -> VerifyingKeys.ofPem(new String(pem, StandardCharsets.US_ASCII)))
                    .or(() -> missing(Manifest.PUBLIC_KEY, flaws));
        } catch (IllegalArgumentException unreadable) {
            flaws.add(new Flaw(Manifest.PUBLIC_KEY, "This is no Ed25519 public key."));
            return Optional.empty();
        }
    }

    private static Optional<Manifest> manifest(OpenedCaseFile opened, Optional<VerifyingKeys> keys, List<Flaw> flaws) {
        Optional<byte[]> text = opened.content(Manifest.NAME).or(() -> missing(Manifest.NAME, flaws));
        Optional<byte[]> signature = opened.content(Manifest.SIGNATURE).or(() -> missing(Manifest.SIGNATURE, flaws));
        Optional<Manifest> manifest = text.flatMap(bytes -> read(bytes, flaws));
        if (keys.isPresent() && text.isPresent() && signature.isPresent()) {
            byte[] signed = decoded(signature.get());
            boolean good = manifest.flatMap(read -> keys.get().of(read.key()))
                    .filter(key -> key.verifies(text.get(), signed))
                    .isPresent();
            if (!good) {
                flaws.add(new Flaw(
                        Manifest.SIGNATURE,
                        "The manifest is not signed by the key " + keys.get().ids() + "."));
            }
        }
        return manifest;
    }

    private static Optional<Manifest> read(byte[] text, List<Flaw> flaws) {
        try {
            Optional<Manifest> manifest = Optional.ofNullable(JSON.readValue(text, Manifest.class))
                    .filter(read -> Manifest.FORMAT.equals(read.format()));
            if (manifest.isEmpty()) {
                flaws.add(new Flaw(Manifest.NAME, "The format is not " + Manifest.FORMAT + "."));
            }
            return manifest;
        } catch (IOException foreign) {
            flaws.add(new Flaw(Manifest.NAME, "This is no manifest of a case file."));
            return Optional.empty();
        }
    }

    private static byte[] decoded(byte[] signature) {
        try {
            return Base64.getDecoder().decode(new String(signature, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static <T> Optional<T> missing(String member, List<Flaw> flaws) {
        flaws.add(new Flaw(member, "The member is missing, or cannot be unpacked."));
        return Optional.empty();
    }
}
