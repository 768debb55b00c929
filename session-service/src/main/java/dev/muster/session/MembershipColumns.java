package dev.muster.session;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Set;

/** The active membership as the sessions table keeps it. */
@Embeddable
public class MembershipColumns {

    @Column(name = "org_id")
    Long orgId;

    @Column(name = "member_version")
    Long version;

    @Column(name = "group_id")
    Long groupId;

    @Column(name = "permissions")
    String[] permissions;

    Boolean owner;
    Boolean pilot;
    Boolean billing;

    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "base_id")
    String baseId;

    @Column(name = "supervisor_id")
    String supervisorId;

    static MembershipColumns of(Member member) {
        MembershipColumns columns = new MembershipColumns();
        if (member != null) {
            columns.orgId = member.orgId().value();
            columns.version = member.version();
            columns.groupId = member.groupId();
            columns.permissions = member.permissions().toArray(String[]::new);
            columns.owner = member.owner();
            columns.pilot = member.pilot();
            columns.billing = member.billing();
            columns.employeeId = member.employeeId();
            columns.baseId = member.baseId();
            columns.supervisorId = member.supervisorId();
        }
        return columns;
    }

    Member toMember() {
        return new Member(
                new OrgId(orgId),
                version,
                groupId,
                Set.of(permissions),
                owner,
                pilot,
                billing,
                employeeId,
                baseId,
                supervisorId);
    }
}
