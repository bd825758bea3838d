package io.boto4j.benchmarks.versus;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** AWS's enhanced client for DynamoDB, with beans: everything of a call except the network. */
final class EnhancedSide {
  private static final TableSchema<User> SCHEMA = TableSchema.fromBean(User.class);

  private final DynamoDbTable<User> table;

  EnhancedSide(Task task) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key")))
            .httpClient(new CannedHttpClient(task))
            .build();
    this.table =
        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build().table("auth-users", SCHEMA);
  }

  /** Returns the bean of an item in attribute values. */
  static User bean(Map<String, AttributeValue> item) {
    return SCHEMA.mapToItem(item);
  }

  Object put(User user) {
    table.putItem(user);
    return user;
  }

  Object get() {
    return table.getItem(Key.builder().partitionValue("user-1").build());
  }

  /** Reads all items: a scan, because the response fits any read. */
  Object read() {
    List<User> all = new ArrayList<>();
    table.scan().items().forEach(all::add);
    return all;
  }

  /** An item. */
  @DynamoDbBean
  public static final class User {
    private String userId = "";
    private String email = "";
    private String displayName = "";
    private BigDecimal balance = BigDecimal.ZERO;
    private boolean active;
    private List<String> roles = List.of();
    private Map<String, String> settings = Map.of();
    private List<Order> orders = List.of();

    /**
     * Returns the key.
     *
     * @return the key
     */
    @DynamoDbPartitionKey
    @DynamoDbAttribute("user_id")
    public String getUserId() {
      return userId;
    }

    /**
     * Sets the key.
     *
     * @param value the key
     */
    public void setUserId(String value) {
      userId = value;
    }

    /**
     * Returns the address.
     *
     * @return the address
     */
    public String getEmail() {
      return email;
    }

    /**
     * Sets the address.
     *
     * @param value the address
     */
    public void setEmail(String value) {
      email = value;
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    @DynamoDbAttribute("display_name")
    public String getDisplayName() {
      return displayName;
    }

    /**
     * Sets the name.
     *
     * @param value the name
     */
    public void setDisplayName(String value) {
      displayName = value;
    }

    /**
     * Returns the balance.
     *
     * @return the balance
     */
    public BigDecimal getBalance() {
      return balance;
    }

    /**
     * Sets the balance.
     *
     * @param value the balance
     */
    public void setBalance(BigDecimal value) {
      balance = value;
    }

    /**
     * Whether the user is active.
     *
     * @return true if so
     */
    public boolean isActive() {
      return active;
    }

    /**
     * Sets whether the user is active.
     *
     * @param value true if so
     */
    public void setActive(boolean value) {
      active = value;
    }

    /**
     * Returns the roles.
     *
     * @return the roles
     */
    public List<String> getRoles() {
      return roles;
    }

    /**
     * Sets the roles.
     *
     * @param value the roles
     */
    public void setRoles(List<String> value) {
      roles = value;
    }

    /**
     * Returns the settings.
     *
     * @return the settings
     */
    public Map<String, String> getSettings() {
      return settings;
    }

    /**
     * Sets the settings.
     *
     * @param value the settings
     */
    public void setSettings(Map<String, String> value) {
      settings = value;
    }

    /**
     * Returns the orders.
     *
     * @return the orders
     */
    public List<Order> getOrders() {
      return orders;
    }

    /**
     * Sets the orders.
     *
     * @param value the orders
     */
    public void setOrders(List<Order> value) {
      orders = value;
    }
  }

  /** A part of an item. */
  @DynamoDbBean
  public static final class Order {
    private String sku = "";
    private int quantity;
    private BigDecimal price = BigDecimal.ZERO;
    private String note = "";
    private boolean gift;

    /**
     * Returns the article.
     *
     * @return the article
     */
    public String getSku() {
      return sku;
    }

    /**
     * Sets the article.
     *
     * @param value the article
     */
    public void setSku(String value) {
      sku = value;
    }

    /**
     * Returns the quantity.
     *
     * @return the quantity
     */
    public int getQuantity() {
      return quantity;
    }

    /**
     * Sets the quantity.
     *
     * @param value the quantity
     */
    public void setQuantity(int value) {
      quantity = value;
    }

    /**
     * Returns the price.
     *
     * @return the price
     */
    public BigDecimal getPrice() {
      return price;
    }

    /**
     * Sets the price.
     *
     * @param value the price
     */
    public void setPrice(BigDecimal value) {
      price = value;
    }

    /**
     * Returns the note.
     *
     * @return the note
     */
    public String getNote() {
      return note;
    }

    /**
     * Sets the note.
     *
     * @param value the note
     */
    public void setNote(String value) {
      note = value;
    }

    /**
     * Whether it is a gift.
     *
     * @return true if so
     */
    public boolean isGift() {
      return gift;
    }

    /**
     * Sets whether it is a gift.
     *
     * @param value true if so
     */
    public void setGift(boolean value) {
      gift = value;
    }
  }
}
