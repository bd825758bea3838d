package io.boto4j.local.iam;

/** The kinds of entities that have policies. */
enum Kind {
  USER("User", "user"),
  GROUP("Group", "group"),
  ROLE("Role", "role");

  /** As in the names of operations. */
  final String name;

  /** As in messages. */
  final String word;

  Kind(String name, String word) {
    this.name = name;
    this.word = word;
  }

  String nameMember() {
    return name + "Name";
  }

  String idMember() {
    return name + "Id";
  }

  Entities in(IamState state) {
    return switch (this) {
      case USER -> state.users;
      case GROUP -> state.groups;
      case ROLE -> state.roles;
    };
  }
}
