package org.mailboxremediation.casefile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailboxremediation.event.Sha256;

/** Compares an archive's members with those of its manifest: none changed, none missing, none added. */
final class MemberCheck {

    private static final Set<String> VOUCHING = Set.of(Manifest.NAME, Manifest.SIGNATURE);
    private static final Set<String> REQUIRED =
            Set.of(Manifest.INCIDENT, Manifest.EVENTS, Manifest.CHECKPOINTS, Manifest.PUBLIC_KEY);

    private MemberCheck() {}

    static void check(OpenedCaseFile opened, Manifest manifest, List<Flaw> flaws) {
        Set<String> listed = new HashSet<>(VOUCHING);
        for (CaseFileMember member : manifest.members()) {
            listed.add(member.name());
            compare(opened, member).ifPresent(what -> flaws.add(new Flaw(member.name(), what)));
        }
        REQUIRED.stream()
                .filter(name -> !listed.contains(name))
                .sorted()
                .forEach(name -> flaws.add(new Flaw(name, "The manifest does not list this member.")));
        opened.doubled().forEach(name -> flaws.add(new Flaw(name, "The archive holds this member twice.")));
        opened.names().stream()
                .filter(name -> !listed.contains(name))
                .distinct()
                .forEach(name -> flaws.add(new Flaw(name, "The member was added: the manifest does not list it.")));
    }

    private static Optional<String> compare(OpenedCaseFile opened, CaseFileMember member) {
        Optional<byte[]> content = opened.content(member.name());
        if (content.isEmpty()) {
            return Optional.of("The member is missing, or cannot be unpacked.");
        }
        boolean same = content.get().length == member.size()
                && Sha256.hex(content.get()).equals(member.sha256());
        return same ? Optional.empty() : Optional.of("The content was changed: its hash is not the manifest's.");
    }
}
