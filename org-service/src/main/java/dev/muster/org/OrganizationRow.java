package dev.muster.org;

import dev.muster.kit.id.OrgId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A stored organization. */
@Entity
@Table(name = "organizations")
public class OrganizationRow {

    @Id
    private long id;

    private String name;

    @Column(updatable = false)
    private String slug;

    private String plan;
    private String color;
    private String logo;
    private boolean active;

    @Version
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected OrganizationRow() {}

    public OrgId id() {
        return new OrgId(id);
    }

    public String name() {
        return name;
    }

    public String plan() {
        return plan;
    }

    public String color() {
        return color;
    }

    /** An https address, or null. */
    public String logo() {
        return logo;
    }

    public boolean isActive() {
        return active;
    }
}
