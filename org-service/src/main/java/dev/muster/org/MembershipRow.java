package dev.muster.org;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.org.peer.MembershipView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored membership; every change raises its version. */
@Entity
@Table(name = "memberships")
@IdClass(MembershipKey.class)
public class MembershipRow {

    private static final long ADMINISTRATOR_GROUP = 100;

    @Id
    @Column(name = "user_id")
    private long userId;

    @Id
    @Column(name = "org_id")
    private long orgId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "org_id", insertable = false, updatable = false)
    private OrganizationRow organization;

    @Enumerated(EnumType.STRING)
    private MembershipStatus status;

    @Column(name = "group_id")
    private long groupId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions;

    private boolean owner;
    private boolean developer;
    private boolean pilot;
    private boolean billing;

    @Column(name = "employee_id")
    private String employeeId;

    @Column(name = "base_id")
    private String baseId;

    @Column(name = "supervisor_id")
    private Long supervisorId;

    @Column(name = "cost_centre_id")
    private String costCentreId;

    @Column(name = "branch_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> branchIds;

    @Column(name = "default_account")
    private boolean defaultAccount;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected MembershipRow() {}

    /** The membership of the person who creates an organization: its owner, in the Administrator group. */
    public static MembershipRow ofFounder(UserId userId, OrganizationRow organization, Instant now) {
        MembershipRow membership = new MembershipRow();
        membership.userId = userId.value();
        membership.orgId = organization.id().value();
        membership.organization = organization;
        membership.status = MembershipStatus.ACTIVE;
        membership.groupId = ADMINISTRATOR_GROUP;
        membership.permissions = List.of();
        membership.branchIds = List.of();
        membership.owner = true;
        membership.createdAt = now;
        membership.updatedAt = now;
        return membership;
    }

    public UserId userId() {
        return new UserId(userId);
    }

    public OrgId orgId() {
        return new OrgId(orgId);
    }

    /** The organization, where the query fetched it. */
    public OrganizationRow organization() {
        return organization;
    }

    public MembershipStatus status() {
        return status;
    }

    public long groupId() {
        return groupId;
    }

    /** The membership's own permissions, without those of its group. */
    public Set<String> permissions() {
        return Set.copyOf(permissions);
    }

    public String employeeId() {
        return employeeId;
    }

    public String costCentreId() {
        return costCentreId;
    }

    public List<String> branchIds() {
        return List.copyOf(branchIds);
    }

    public boolean isOwner() {
        return owner;
    }

    /** Rises with every change. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Whether the membership gives any power, where the query fetched the organization. */
    public boolean isInForce() {
        return status == MembershipStatus.ACTIVE && organization.isActive();
    }

    /** Puts the person into the group, with these permissions beyond the group's. */
    public void assign(long newGroupId, Set<String> newPermissions, Instant now) {
        this.groupId = newGroupId;
        this.permissions = newPermissions.stream().sorted().toList();
        this.updatedAt = now;
    }

    /** Makes the person an owner, a developer, or neither. */
    public void rank(boolean asOwner, boolean asDeveloper, Instant now) {
        this.owner = asOwner;
        this.developer = asDeveloper;
        this.updatedAt = now;
    }

    /** Replaces what the organization keeps about the person; ids may be null. */
    public void keep(String newEmployeeId, String newCostCentreId, List<String> newBranchIds, Instant now) {
        this.employeeId = newEmployeeId;
        this.costCentreId = newCostCentreId;
        this.branchIds = List.copyOf(newBranchIds);
        this.updatedAt = now;
    }

    /** Ends the membership; the person may be taken in again later. */
    public void end(Instant now) {
        this.status = MembershipStatus.INACTIVE;
        this.owner = false;
        this.defaultAccount = false;
        this.updatedAt = now;
    }

    /** Ends the membership of a person who is erased: what the organization knew of them as staff is gone. */
    public void erase(Instant now) {
        end(now);
        this.employeeId = null;
        this.baseId = null;
        this.supervisorId = null;
        this.costCentreId = null;
        this.branchIds = List.of();
    }

    /** The role that this membership amounts to, given what its group grants. */
    public Role role(Set<String> groupPermissions) {
        if (owner) {
            return Role.OWNER;
        }
        if (toMember(groupPermissions).administers()) {
            return Role.ADMINISTRATOR;
        }
        return developer ? Role.DEVELOPER : Role.VIEWER;
    }

    /** This membership as the services tell it to each other. */
    public MembershipView view() {
        return new MembershipView(
                userId,
                orgId,
                version,
                status.toString(),
                groupId,
                permissions.stream().sorted().toList(),
                owner,
                employeeId,
                costCentreId,
                branchIds);
    }

    /** What the other services need to know of this membership; the group's permissions count as its own. */
    public Member toMember(Set<String> groupPermissions) {
        Set<String> all = new HashSet<>(permissions);
        all.addAll(groupPermissions);
        return new Member(
                orgId(),
                version,
                groupId,
                all,
                owner,
                pilot,
                billing,
                employeeId,
                baseId,
                supervisorId == null ? null : supervisorId.toString());
    }
}
