package io.boto4j.model.derived;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Decides whether a draft is certain: whether other operations agree on its identifiers. */
final class Evidence {
  private static final List<String> CHANGES =
      List.of("Update", "Modify", "Put", "Stop", "Start", "Disable", "Enable", "Untag");
  private static final List<String> BEGINS =
      List.of("Create", "Register", "Import", "Request", "Start", "Allocate", "Add");

  private final Api api;
  private final Set<String> claimed;

  Evidence(Api api, Set<String> claimed) {
    this.api = api;
    this.claimed = claimed;
  }

  boolean isCertain(Draft draft) {
    String own = draft.own();
    if (FunctionVersion.is(api.service(), draft)) {
      return true;
    }
    if (contradicts(draft) || draft.scope().stream().anyMatch(IdentifierNames::isEnding)) {
      return false;
    }
    if (own == null) {
      return isPart(draft);
    }
    int certainty = IdentifierNames.certainty(draft.noun(), own);
    if (certainty < 2 && isClaimed(own)) {
      return false;
    }
    boolean changed = agrees(draft, Requests.ENDS) || agrees(draft, CHANGES);
    boolean listed = isListed(draft);
    if (!draft.scope().isEmpty() && !listed && !draft.scope().stream().allMatch(this::isClaimed)) {
      return false;
    }
    if (certainty == 0) {
      return changed && listed;
    }
    if (needsMore(draft) && !listed) {
      return false;
    }
    if (listed || draft.load() == null) {
      return listed || isListedSomewhere(draft);
    }
    boolean bare = IdentifierNames.isEnding(own);
    return isReturned(draft) || (bare ? isCreatedAndDeleted(draft) : changed);
  }

  /** Names that are listed per owner are unique per owner only; ids and ARNs always are. */
  private boolean isListedSomewhere(Draft draft) {
    String own = String.valueOf(draft.own());
    boolean unique = Words.upperCamel(own).endsWith("Arn") || Words.upperCamel(own).endsWith("Id");
    for (Listing each : Listing.of(api, draft.noun(), own)) {
      Set<String> required = api.required(each.operation());
      required.removeIf(member -> Words.isAmong(member, draft.scope()));
      if (unique || required.stream().noneMatch(this::isClaimed)) {
        return true;
      }
    }
    return false;
  }

  /** A bare name or id is that of the noun, not of what the first words of the noun name. */
  private boolean isCreatedAndDeleted(Draft draft) {
    for (String suffix : Words.suffixes(draft.noun())) {
      String start = draft.noun().substring(0, draft.noun().length() - suffix.length());
      if (api.find("Delete" + start) != null) {
        return false;
      }
    }
    return agrees(draft, List.of("Create")) && agrees(draft, List.of("Delete"));
  }

  /** A name that an operation takes together with what it may belong to need not be unique. */
  private boolean needsMore(Draft draft) {
    String own = String.valueOf(draft.own());
    StructureShape input = draft.load() == null ? null : draft.load().input();
    if (input == null || !draft.scope().isEmpty() || !Words.upperCamel(own).endsWith("Name")) {
      return false;
    }
    OperationModel create = api.find("Create" + draft.noun());
    StructureShape created = create == null ? null : create.input();
    for (Member each : input.members()) {
      if (isClaimed(each.name())
          && (created == null || created.member(each.name()) != null)
          && IdentifierNames.certainty(draft.noun(), each.name()) == 0
          && !draft.targets().containsValue(each.name())) {
        return true;
      }
    }
    return false;
  }

  private boolean isClaimed(String member) {
    return claimed.contains(member.toLowerCase(Locale.ROOT));
  }

  /** A deletion with other identifiers shows that the identity is another one. */
  private boolean contradicts(Draft draft) {
    OperationModel delete = api.find("Delete" + draft.noun());
    if (delete == null) {
      return false;
    }
    List<String> members = Requests.members(delete, draft, true);
    return members.isEmpty() || !Requests.isAll(api.requiredScalars(delete), members);
  }

  /** What exists once per parent is a type only if it is created and deleted. */
  private boolean isPart(Draft draft) {
    return !draft.scope().isEmpty()
        && draft.scope().stream().allMatch(this::isClaimed)
        && !hasOptional(draft)
        && agrees(draft, List.of("Delete"))
        && agrees(draft, List.of("Put", "Create", "Update"));
  }

  /** Tells whether the load operation can take an identifier, so that there are several. */
  private static boolean hasOptional(Draft draft) {
    StructureShape input = draft.load() == null ? null : draft.load().input();
    if (input == null) {
      return false;
    }
    for (Member each : input.members()) {
      if (!draft.scope().contains(each.name())
          && IdentifierNames.certainty(draft.noun(), each.name()) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean agrees(Draft draft, List<String> verbs) {
    for (String verb : verbs) {
      OperationModel operation = api.find(verb + draft.noun());
      if (operation != null
          && operation != draft.load()
          && !Requests.members(operation, draft, true).isEmpty()) {
        return true;
      }
    }
    String own = draft.own();
    return verbs == Requests.ENDS
        && own != null
        && Identities.deletedTogether(api, draft.noun()).contains(own);
  }

  private boolean isListed(Draft draft) {
    String own = draft.own();
    if (own == null) {
      return false;
    }
    for (Listing each : Listing.of(api, draft.noun(), own)) {
      Set<String> required = api.required(each.operation());
      StructureShape input = each.operation().input();
      boolean scoped =
          draft.scope().stream()
              .allMatch(scope -> input != null && IdentifierNames.find(input, scope) != null);
      if (scoped
          && draft.scope().stream().allMatch(s -> Words.isAmong(s, required))
          && required.size() == draft.scope().size()) {
        return true;
      }
    }
    return false;
  }

  private boolean isReturned(Draft draft) {
    String own = draft.own();
    for (String verb : BEGINS) {
      OperationModel operation = api.find(verb + draft.noun());
      if (operation != null
          && own != null
          && Created.path(api, operation, draft.noun(), own) != null) {
        return true;
      }
    }
    return false;
  }
}
