package dev.muster.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.Admission;
import dev.muster.identity.company.CompanyUser;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.company.FindCompanyUser;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.creation.CreateUser;
import dev.muster.identity.creation.Founding;
import dev.muster.identity.creation.UserCreationConfig;
import dev.muster.identity.peer.FindDirectoryRules;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a user of the caller's company, pending until they have chosen a password. */
@ApplicationScoped
public class CreateDirectoryUser {

    private final FindDirectoryRules findRules;
    private final CreateUser createUser;
    private final UserCreationConfig creation;

    CreateDirectoryUser(FindDirectoryRules findRules, CreateUser createUser, UserCreationConfig creation) {
        this.findRules = findRules;
        this.createUser = createUser;
        this.creation = creation;
    }

    /** The new user; an address that anybody has is {@code EMAIL_TAKEN}. */
    Uni<CompanyUser> create(LiveSession caller, JsonNode body) {
        OrgId company = FindCompanyUser.companyOf(caller);
        return findRules
                .of(company, caller)
                .map(rules -> DirectoryBody.ofNew(body, rules))
                .chain(fields -> create(company, fields));
    }

    private Uni<CompanyUser> create(OrgId company, DirectoryFields fields) {
        UserRow user = new UserRow();
        fields.applyTo(user);
        Admission admission = fields.admission(company, MembershipStatus.PENDING, creation.defaultGroup());
        return createUser
                .create(user, List.of(admission), Founding.NOTHING)
                .map(created -> new CompanyUser(created, admission.of(created.userId()), false));
    }
}
