package dev.muster.identity.peer;

import dev.muster.identity.company.DirectoryConfig;
import dev.muster.identity.company.DirectoryRules;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Gathers what the values of a company's users are checked against. */
@ApplicationScoped
public class FindDirectoryRules {

    private final ReferenceData referenceData;
    private final DirectoryConfig directory;
    private final AccessConfig access;

    FindDirectoryRules(ReferenceData referenceData, DirectoryConfig directory, AccessConfig access) {
        this.referenceData = referenceData;
        this.directory = directory;
        this.access = access;
    }

    /** The rules for what this caller says of the company's users; {@code SERVICE_UNAVAILABLE} when they cannot be told. */
    public Uni<DirectoryRules> of(OrgId orgId, LiveSession caller) {
        return of(orgId, caller.powers(access.operatorPermission()).contains(Powers.OPERATOR));
    }

    /** The rules for a caller of whom only this is known now. */
    public Uni<DirectoryRules> of(OrgId orgId, boolean operator) {
        return referenceData
                .countryCodes()
                .chain(countries -> referenceData
                        .permissions(orgId)
                        .map(permissions -> new DirectoryRules(
                                directory.unicodeNames(),
                                Set.copyOf(countries.values()),
                                permissions,
                                access.operatorPermission(),
                                operator)));
    }
}
