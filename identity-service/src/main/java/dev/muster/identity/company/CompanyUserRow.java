package dev.muster.identity.company;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The copy of a membership; read here, written by statements that compare versions. */
@Entity
@Immutable
@Table(name = "company_users")
@IdClass(CompanyUserKey.class)
public class CompanyUserRow {

    @Id
    @Column(name = "org_id")
    private long orgId;

    @Id
    @Column(name = "user_id")
    private long userId;

    private long version;

    @Convert(converter = MembershipStatusColumn.class)
    private MembershipStatus status;

    @Column(name = "group_id")
    private long groupId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> permissions;

    private boolean owner;

    @Column(name = "employee_id")
    private String employeeId;

    @Column(name = "cost_centre_id")
    private String costCentreId;

    @Column(name = "branch_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> branchIds;

    private boolean joined;

    protected CompanyUserRow() {}

    /** Whether the person has ever been of the company. */
    boolean joined() {
        return joined;
    }

    /** The membership as org-service told it last. */
    public Membership membership() {
        return new Membership(
                userId, orgId, version, status, groupId, permissions, owner, employeeId, costCentreId, branchIds);
    }
}
