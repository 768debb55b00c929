package dev.muster.reference.groups;

import java.util.List;

/** A group of an organization's people and the permissions that it grants them. */
record Group(long id, String name, boolean staff, List<String> permissions) {}
