package dev.muster.testkit.architecture.broken;

/** Says nothing. */
class ThingManager {}
