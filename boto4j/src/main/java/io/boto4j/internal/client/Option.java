package io.boto4j.internal.client;

import org.jspecify.annotations.Nullable;

/**
 * One option of a client: a row of {@link Options}, immutable once its table is complete.
 *
 * @param <T> the type of the option's value in code
 */
public final class Option<T> {
  /** A placeholder for the service's name, as the name of a block or of a key within one. */
  static final String SERVICE = "SERVICE";

  private static final String[] NONE = {};

  private final int index;
  private final String name;
  private final Class<?> type;
  private final String group;
  private String[] variables = NONE;
  private String[] jvmProperties = NONE;
  private @Nullable String lastVariable;
  private @Nullable String profileKey;
  private @Nullable String block;
  private @Nullable String blockKey;
  private boolean negated;
  private @Nullable T constant;
  private @Nullable String environmentText;
  private @Nullable String profileText;
  private @Nullable String unlessSet;

  /**
   * Creates a row that can be set in code only.
   *
   * @param index the row's place in its table
   * @param name the setter's name; an option of {@code S3Config} has a prefix: {@code
   *     s3.addressingStyle}
   * @param type the class of the value in code; Object for those that have no form as text
   * @param group the group, one of {@link OptionGroups}
   */
  Option(int index, String name, Class<?> type, String group) {
    this.index = index;
    this.name = name;
    this.type = type;
    this.group = group;
  }

  /** Adds environment variables; the first that is set counts, even if it is empty. */
  Option<T> variables(String... names) {
    this.variables = names;
    return this;
  }

  /** Adds the environment variable that is read after the profile. */
  Option<T> lastVariable(String variable) {
    this.lastVariable = variable;
    return this;
  }

  /** Adds system properties of the JVM that set the option, which its reader interprets. */
  Option<T> jvmProperties(String... names) {
    this.jvmProperties = names;
    return this;
  }

  /** Adds the key of the profile. */
  Option<T> profile(String key) {
    this.profileKey = key;
    return this;
  }

  /** Adds a key in a block of the profile, which is read after the profile's own key. */
  Option<T> block(String blockName, String key) {
    this.block = blockName;
    this.blockKey = key;
    return this;
  }

  /** Marks a flag whose variable and profile key have the opposite meaning. */
  Option<T> negated() {
    this.negated = true;
    return this;
  }

  /** Sets the value that applies where nothing is set. */
  Option<T> constant(T value) {
    this.constant = value;
    return this;
  }

  /** Sets what the configuration page has in its column "environment", instead of the variables. */
  Option<T> environmentText(String text) {
    this.environmentText = text;
    return this;
  }

  /** Sets what the configuration page has in its column "profile", instead of key and block. */
  Option<T> profileText(String text) {
    this.profileText = text;
    return this;
  }

  /** Sets what the configuration page has in its column "unless set", instead of the constant. */
  Option<T> unlessSet(String text) {
    this.unlessSet = text;
    return this;
  }

  int index() {
    return index;
  }

  String name() {
    return name;
  }

  Class<?> type() {
    return type;
  }

  String group() {
    return group;
  }

  String[] variables() {
    return variables;
  }

  @Nullable String lastVariable() {
    return lastVariable;
  }

  String[] jvmProperties() {
    return jvmProperties;
  }

  @Nullable String profileKey() {
    return profileKey;
  }

  @Nullable String block() {
    return block;
  }

  @Nullable String blockKey() {
    return blockKey;
  }

  boolean isNegated() {
    return negated;
  }

  @Nullable T constant() {
    return constant;
  }

  @Nullable String environmentText() {
    return environmentText;
  }

  @Nullable String profileText() {
    return profileText;
  }

  @Nullable String unlessSet() {
    return unlessSet;
  }

  @Override
  public String toString() {
    return name;
  }
}
