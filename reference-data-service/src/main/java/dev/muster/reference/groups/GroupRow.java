package dev.muster.reference.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A stored group; organization {@value #BUILT_IN} holds those that every organization has. */
@Entity
@Table(name = "user_groups")
@IdClass(GroupKey.class)
class GroupRow {

    static final long BUILT_IN = 0;

    @Id
    @Column(name = "org_id")
    long orgId;

    @Id
    long id;

    String name;
    boolean staff;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> permissions;

    Group toGroup() {
        return new Group(id, name, staff, List.copyOf(permissions));
    }
}
