package dev.muster.identity.asset;

import dev.muster.identity.company.FindCompanyUser;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps files about the users of the caller's company. Administrators put and delete them and read all, everybody reads
 * their own; another company's file is {@code NOT_FOUND} like one that does not exist.
 */
@ApplicationScoped
public class KeepAssets {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final FindCompanyUser companyUser;
    private final AssetTable table;
    private final Clock clock;

    KeepAssets(FindCompanyUser companyUser, AssetTable table, Clock clock) {
        this.companyUser = companyUser;
        this.table = table;
        this.clock = clock;
    }

    /** A file and whether it is new. */
    record Kept(Asset asset, boolean created) {}

    Uni<List<Asset>> list(LiveSession caller, UserId userId) {
        return companyUser.readMembership(caller, userId).chain(() -> table.list(companyOf(caller), userId));
    }

    Uni<Asset> find(LiveSession caller, UserId userId, String tag) {
        return companyUser
                .readMembership(caller, userId)
                .chain(() -> table.find(companyOf(caller), userId, tag))
                .map(found -> found.orElseThrow(KeepAssets::notFound));
    }

    /** To be asked after {@link #find}, which decides who may read. */
    Uni<byte[]> content(LiveSession caller, Asset asset) {
        return table.content(companyOf(caller), new UserId(asset.userId()), asset.tag())
                .map(found -> found.orElseThrow(KeepAssets::notFound));
    }

    /** Takes the place of a file with the same tag; one file too many is {@code CONFLICT}. Two statements. */
    Uni<Kept> put(LiveSession caller, UserId userId, String tag, AssetContent content) {
        requireTag(tag);
        OrgId company = companyOf(caller);
        Asset asset = content.asset(userId, tag, clock.instant());
        return companyUser
                .membership(company, userId)
                .chain(() -> table.put(company, asset, content.bytes()))
                .map(created -> created.map(isNew -> new Kept(asset, isNew))
                        .orElseThrow(() ->
                                new ProblemException(Problem.CONFLICT, "This user has as many files as can be kept")));
    }

    private static void requireTag(String tag) {
        if (!TAG.matcher(tag).matches()) {
            throw ProblemException.invalid(
                    "/tag",
                    "invalid_value",
                    "A tag has at most 64 letters, digits, dots, hyphens and underscores and starts with one of the first");
        }
    }

    Uni<Void> delete(LiveSession caller, UserId userId, String tag) {
        OrgId company = companyOf(caller);
        return companyUser
                .membership(company, userId)
                .chain(() -> table.delete(company, userId, tag))
                .invoke(deleted -> {
                    if (!deleted) {
                        throw notFound();
                    }
                })
                .replaceWithVoid();
    }

    private static OrgId companyOf(LiveSession caller) {
        return FindCompanyUser.companyOf(caller);
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.NOT_FOUND);
    }
}
