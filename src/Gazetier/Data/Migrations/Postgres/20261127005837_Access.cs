using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Access : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deliveries_ClaimedBy",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_State_NotBefore",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "EmailIndex",
                table: "Accounts");

            migrationBuilder.AlterColumn<Guid>(
                name: "AccountId",
                table: "Subscriptions",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ConcludedAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EndToldAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Subscriptions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Paid");

            migrationBuilder.AddColumn<Guid>(
                name: "NextOfferId",
                table: "Subscriptions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OfferId",
                table: "Subscriptions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OrganisationId",
                table: "Subscriptions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Products",
                table: "Subscriptions",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<string>(
                name: "Reference",
                table: "Subscriptions",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "RenewedUntoldAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Renews",
                table: "Subscriptions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ResumesAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seats",
                table: "Subscriptions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SuspendedAt",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Suspension",
                table: "Subscriptions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TrialUntil",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Subscriptions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CutAt",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCutTold",
                table: "Sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Customer",
                table: "Offers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Individual");

            migrationBuilder.AddColumn<int>(
                name: "IntroCents",
                table: "Offers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IntroTerms",
                table: "Offers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsOnQuote",
                table: "Offers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PriceIsWithoutTax",
                table: "Offers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Products",
                table: "Offers",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<bool>(
                name: "Renews",
                table: "Offers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Offers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seats",
                table: "Offers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SizeFrom",
                table: "Offers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SizeTo",
                table: "Offers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SoldFrom",
                table: "Offers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SoldUntil",
                table: "Offers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TrialDays",
                table: "Offers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "VatClass",
                table: "Offers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Press");

            migrationBuilder.AddColumn<DateTime>(
                name: "ComposedAt",
                table: "Issues",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "EndedAt",
                table: "Issues",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Issues",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Running");

            migrationBuilder.AddColumn<DateOnly>(
                name: "CppapFrom",
                table: "Imprint",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CppapUntil",
                table: "Imprint",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnyOf",
                table: "Articles",
                type: "bigint",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<DateTime>(
                name: "OpenUntil",
                table: "Articles",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccessRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    FreeForVisitors = table.Column<int>(type: "integer", nullable: false),
                    FreeForRegistered = table.Column<int>(type: "integer", nullable: false),
                    GiftsAMonth = table.Column<int>(type: "integer", nullable: false),
                    GiftDays = table.Column<int>(type: "integer", nullable: false),
                    GiftOpenings = table.Column<int>(type: "integer", nullable: false),
                    SessionsOfSeat = table.Column<int>(type: "integer", nullable: false, defaultValue: 5)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CardNotices",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Kind = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Departures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Reference = table.Column<string>(type: "text", nullable: false),
                    WishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Ground = table.Column<string>(type: "text", nullable: false),
                    PostalAddress = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: true),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RefundCents = table.Column<int>(type: "integer", nullable: true),
                    RefundDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AsksTheDesk = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Departures_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DmarcReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Reporter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Domain = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DmarcReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FreeReadings",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FreeReadings", x => new { x.AccountId, x.Month, x.Number });
                    table.ForeignKey(
                        name: "FK_FreeReadings_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Gifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Token = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Openings = table.Column<int>(type: "integer", nullable: false),
                    MostOpenings = table.Column<int>(type: "integer", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Gifts_Accounts_GiverId",
                        column: x => x.GiverId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JoinLinks",
                columns: table => new
                {
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    TokenHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ClosedToken = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JoinLinks", x => x.SubscriptionId);
                    table.ForeignKey(
                        name: "FK_JoinLinks_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Licences",
                columns: table => new
                {
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    MostSessions = table.Column<int>(type: "integer", nullable: true),
                    MayRedistribute = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Licences", x => x.SubscriptionId);
                    table.ForeignKey(
                        name: "FK_Licences_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LinkedIdentities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    IdpId = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    Siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    FormerSiret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    SiretChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    BelongingPopulation = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    LinkedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkedIdentities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkedIdentities_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeansSettings",
                columns: table => new
                {
                    Means = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OpensOnPayment = table.Column<bool>(type: "boolean", nullable: false),
                    DueDays = table.Column<int>(type: "integer", nullable: false),
                    GraceDays = table.Column<int>(type: "integer", nullable: false),
                    LapseDays = table.Column<int>(type: "integer", nullable: false),
                    ReminderDays = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeansSettings", x => x.Means);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FoldedName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: true),
                    Size = table.Column<int>(type: "integer", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostingAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedByName = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingAlerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Description = table.Column<string>(type: "text", nullable: false),
                    TrialDays = table.Column<int>(type: "integer", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "PromotionCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PercentOff = table.Column<int>(type: "integer", nullable: true),
                    CentsOff = table.Column<int>(type: "integer", nullable: true),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MostUses = table.Column<int>(type: "integer", nullable: true),
                    Used = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PromotionCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PromotionCodes_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ProviderSessions",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ClosedToken = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderSessions", x => x.SessionId);
                    table.ForeignKey(
                        name: "FK_ProviderSessions_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseCounters",
                columns: table => new
                {
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseCounters", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "RecordedBounces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Domain = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    List = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Diagnostic = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordedBounces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RenewalNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    TermEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    MailId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FailedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RenewalNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RenewalNotices_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SalesTerms",
                columns: table => new
                {
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SalesTerms", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "Seats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Seats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Seats_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Seats_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Suppressions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    List = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LiftedByName = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppressions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrialsTaken",
                columns: table => new
                {
                    Person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Product = table.Column<int>(type: "integer", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialsTaken", x => new { x.Person, x.Product });
                });

            migrationBuilder.CreateTable(
                name: "VatRates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Customer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    BasisPoints = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VatRates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DmarcSources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(45)", maxLength: 45, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    HasDkim = table.Column<bool>(type: "boolean", nullable: false),
                    HasSpf = table.Column<bool>(type: "boolean", nullable: false),
                    Disposition = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DmarcSources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DmarcSources_DmarcReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "DmarcReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AddressRanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Cidr = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    First = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Last = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AddressRanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AddressRanges_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationDomains",
                columns: table => new
                {
                    Domain = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationDomains", x => x.Domain);
                    table.ForeignKey(
                        name: "FK_OrganisationDomains_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationSirets",
                columns: table => new
                {
                    Siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationSirets", x => x.Siret);
                    table.ForeignKey(
                        name: "FK_OrganisationSirets_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Stewards",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stewards", x => new { x.OrganisationId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_Stewards_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Stewards_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Withdrawals",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawals", x => new { x.OrganisationId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_Withdrawals_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Purchases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    Inhabitants = table.Column<int>(type: "integer", nullable: true),
                    PromotionCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Billing_Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Billing_FoldedName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Billing_Contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Billing_Street = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Billing_Postcode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    Billing_City = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Billing_Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Billing_Siret = table.Column<string>(type: "character varying(14)", maxLength: 14, nullable: false),
                    Billing_ServiceCode = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Billing_Engagement = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Billing_EngagementComesLater = table.Column<bool>(type: "boolean", nullable: false),
                    Means = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    OrderedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OfferName = table.Column<string>(type: "text", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    DiscountCents = table.Column<int>(type: "integer", nullable: false),
                    PromotionCodeId = table.Column<Guid>(type: "uuid", nullable: true),
                    NetCents = table.Column<int>(type: "integer", nullable: false),
                    VatCents = table.Column<int>(type: "integer", nullable: false),
                    GrossCents = table.Column<int>(type: "integer", nullable: false),
                    VatBasisPoints = table.Column<int>(type: "integer", nullable: false),
                    VatSource = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    TermMonths = table.Column<int>(type: "integer", nullable: false),
                    TermsVersion = table.Column<int>(type: "integer", nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: false),
                    EvidenceHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    GraceUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PaidCents = table.Column<int>(type: "integer", nullable: false),
                    RefundedCents = table.Column<int>(type: "integer", nullable: false),
                    PaidAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reminders = table.Column<int>(type: "integer", nullable: false),
                    RemindAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SuspendedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SubscriptionId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: true),
                    RenewsId = table.Column<Guid>(type: "uuid", nullable: true),
                    LapsesAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Purchases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Purchases_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Purchases_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Purchases_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Purchases_PromotionCodes_PromotionCodeId",
                        column: x => x.PromotionCodeId,
                        principalTable: "PromotionCodes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Purchases_Subscriptions_RenewsId",
                        column: x => x.RenewsId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_Purchases_Subscriptions_SubscriptionId",
                        column: x => x.SubscriptionId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "Payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PurchaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Cents = table.Column<int>(type: "integer", nullable: false),
                    Means = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ByName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoesId = table.Column<Guid>(type: "uuid", nullable: true),
                    GivesBackId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProviderReference = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Payments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Payments_Purchases_PurchaseId",
                        column: x => x.PurchaseId,
                        principalTable: "Purchases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PurchaseFiles",
                columns: table => new
                {
                    PurchaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseFiles", x => x.PurchaseId);
                    table.ForeignKey(
                        name: "FK_PurchaseFiles_Purchases_PurchaseId",
                        column: x => x.PurchaseId,
                        principalTable: "Purchases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WrittenQuotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    PurchaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Recipient = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: false),
                    OfferName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    PromotionCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StatedCents = table.Column<int>(type: "integer", nullable: false),
                    DiscountCents = table.Column<int>(type: "integer", nullable: false),
                    NetCents = table.Column<int>(type: "integer", nullable: false),
                    VatCents = table.Column<int>(type: "integer", nullable: false),
                    NextNetCents = table.Column<int>(type: "integer", nullable: false),
                    NextVatCents = table.Column<int>(type: "integer", nullable: false),
                    VatBasisPoints = table.Column<int>(type: "integer", nullable: false),
                    VatSource = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    RenewsId = table.Column<Guid>(type: "uuid", nullable: true),
                    TermEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WrittenQuotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WrittenQuotes_Purchases_PurchaseId",
                        column: x => x.PurchaseId,
                        principalTable: "Purchases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_WrittenQuotes_Subscriptions_RenewsId",
                        column: x => x.RenewsId,
                        principalTable: "Subscriptions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.InsertData(
                table: "MeansSettings",
                columns: new[] { "Means", "DueDays", "GraceDays", "IsOn", "LapseDays", "OpensOnPayment", "ReminderDays", "Text" },
                values: new object[,]
                {
                    { "Card", 1, 7, false, 60, true, "1", "" },
                    { "Cheque", 15, 15, false, 60, true, "1,10", "" },
                    { "Mandate", 30, 60, false, 60, false, "1,15,30", "" },
                    { "Transfer", 15, 15, false, 60, true, "1,10", "" }
                });

            migrationBuilder.InsertData(
                table: "Products",
                columns: new[] { "Number", "Description", "Name", "RetiredAt", "Slug", "TrialDays" },
                values: new object[] { 0, "", "Le journal", null, "journal", 0 });

            migrationBuilder.InsertData(
                table: "VatRates",
                columns: new[] { "Id", "BasisPoints", "Class", "Customer", "From", "Source", "Territory", "Until" },
                values: new object[,]
                {
                    { 1, 210, "Press", "Consumer", new DateOnly(2014, 2, 1), "CGI art. 298 septies (presse imprimée et en ligne) ; BOI-TVA-SECT-40-10-10 et 40-40", "Metropole", null },
                    { 2, 210, "Press", "Organisation", new DateOnly(2014, 2, 1), "CGI art. 298 septies (presse imprimée et en ligne) ; BOI-TVA-SECT-40-10-10 et 40-40", "Metropole", null },
                    { 3, 105, "Press", "Consumer", new DateOnly(2014, 2, 1), "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10", "Guadeloupe", null },
                    { 4, 105, "Press", "Organisation", new DateOnly(2014, 2, 1), "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10", "Guadeloupe", null },
                    { 5, 105, "Press", "Consumer", new DateOnly(2014, 2, 1), "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10", "Martinique", null },
                    { 6, 105, "Press", "Organisation", new DateOnly(2014, 2, 1), "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10", "Martinique", null },
                    { 7, 105, "Press", "Consumer", new DateOnly(2014, 2, 1), "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10", "Reunion", null },
                    { 8, 105, "Press", "Organisation", new DateOnly(2014, 2, 1), "CGI art. 296 et 298 septies ; BOI-TVA-GEO-20-10", "Reunion", null },
                    { 9, 0, "Press", "Consumer", new DateOnly(2014, 2, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Guyane", null },
                    { 10, 0, "Press", "Organisation", new DateOnly(2014, 2, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Guyane", null },
                    { 11, 0, "Press", "Consumer", new DateOnly(2014, 2, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Mayotte", null },
                    { 12, 0, "Press", "Organisation", new DateOnly(2014, 2, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Mayotte", null },
                    { 13, 2000, "Service", "Consumer", new DateOnly(2014, 1, 1), "CGI art. 278", "Metropole", null },
                    { 14, 2000, "Service", "Organisation", new DateOnly(2014, 1, 1), "CGI art. 278", "Metropole", null },
                    { 15, 850, "Service", "Consumer", new DateOnly(2014, 1, 1), "CGI art. 296 ; BOI-TVA-GEO-20-10", "Guadeloupe", null },
                    { 16, 850, "Service", "Organisation", new DateOnly(2014, 1, 1), "CGI art. 296 ; BOI-TVA-GEO-20-10", "Guadeloupe", null },
                    { 17, 850, "Service", "Consumer", new DateOnly(2014, 1, 1), "CGI art. 296 ; BOI-TVA-GEO-20-10", "Martinique", null },
                    { 18, 850, "Service", "Organisation", new DateOnly(2014, 1, 1), "CGI art. 296 ; BOI-TVA-GEO-20-10", "Martinique", null },
                    { 19, 850, "Service", "Consumer", new DateOnly(2014, 1, 1), "CGI art. 296 ; BOI-TVA-GEO-20-10", "Reunion", null },
                    { 20, 850, "Service", "Organisation", new DateOnly(2014, 1, 1), "CGI art. 296 ; BOI-TVA-GEO-20-10", "Reunion", null },
                    { 21, 0, "Service", "Consumer", new DateOnly(2014, 1, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Guyane", null },
                    { 22, 0, "Service", "Organisation", new DateOnly(2014, 1, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Guyane", null },
                    { 23, 0, "Service", "Consumer", new DateOnly(2014, 1, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Mayotte", null },
                    { 24, 0, "Service", "Organisation", new DateOnly(2014, 1, 1), "TVA non applicable, CGI art. 294 ; BOI-TVA-GEO-20-10", "Mayotte", null }
                });

            // Those that were there get a name as well, of the signs that names are made of.
            migrationBuilder.Sql(
                """
                UPDATE "Subscriptions"
                SET "Reference" = 'ABO-' || REPLACE(REPLACE(SUBSTR(UPPER(REPLACE(CAST("Id" AS TEXT), '-', '')), 23, 5), '0', 'G'), '1', 'H')
                    || '-' || REPLACE(REPLACE(SUBSTR(UPPER(REPLACE(CAST("Id" AS TEXT), '-', '')), 28, 5), '0', 'G'), '1', 'H')
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Kind_Until",
                table: "Subscriptions",
                columns: new[] { "Kind", "Until" },
                filter: "\"Kind\" = 'Trial'");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_NextOfferId",
                table: "Subscriptions",
                column: "NextOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_OfferId",
                table: "Subscriptions",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_OrganisationId_Until",
                table: "Subscriptions",
                columns: new[] { "OrganisationId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Reference",
                table: "Subscriptions",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Renews_Until",
                table: "Subscriptions",
                columns: new[] { "Renews", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_ResumesAt",
                table: "Subscriptions",
                column: "ResumesAt");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_TrialUntil",
                table: "Subscriptions",
                column: "TrialUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_Until_From_SuspendedAt_Products_AccountId",
                table: "Subscriptions",
                columns: new[] { "Until", "From", "SuspendedAt", "Products", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_State_List",
                table: "Issues",
                columns: new[] { "State", "List" });

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_IssueId_State_NotBefore",
                table: "Deliveries",
                columns: new[] { "IssueId", "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_OpenUntil",
                table: "Articles",
                column: "OpenUntil");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_DisplayName",
                table: "Accounts",
                column: "DisplayName")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressRanges_First_Last",
                table: "AddressRanges",
                columns: new[] { "First", "Last" });

            migrationBuilder.CreateIndex(
                name: "IX_AddressRanges_OrganisationId",
                table: "AddressRanges",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Departures_AsksTheDesk_SettledAt",
                table: "Departures",
                columns: new[] { "AsksTheDesk", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Departures_Email",
                table: "Departures",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_Departures_Number",
                table: "Departures",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Departures_SubscriptionId",
                table: "Departures",
                column: "SubscriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_DmarcReports_Reporter_Number_Domain",
                table: "DmarcReports",
                columns: new[] { "Reporter", "Number", "Domain" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DmarcReports_Until",
                table: "DmarcReports",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_DmarcSources_ReportId",
                table: "DmarcSources",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_FreeReadings_Month",
                table: "FreeReadings",
                column: "Month");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_GiverId_Month_Number",
                table: "Gifts",
                columns: new[] { "GiverId", "Month", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_Token",
                table: "Gifts",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Email",
                table: "Invitations",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SubscriptionId_Email",
                table: "Invitations",
                columns: new[] { "SubscriptionId", "Email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TokenHash",
                table: "Invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_JoinLinks_TokenHash",
                table: "JoinLinks",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkedIdentities_AccountId",
                table: "LinkedIdentities",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkedIdentities_Issuer_Subject",
                table: "LinkedIdentities",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationDomains_OrganisationId",
                table: "OrganisationDomains",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_FoldedName",
                table: "Organisations",
                column: "FoldedName");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Siret",
                table: "Organisations",
                column: "Siret",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationSirets_OrganisationId",
                table: "OrganisationSirets",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_GivesBackId",
                table: "Payments",
                column: "GivesBackId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_ProviderReference",
                table: "Payments",
                column: "ProviderReference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PurchaseId",
                table: "Payments",
                column: "PurchaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_UndoesId",
                table: "Payments",
                column: "UndoesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PostingAlerts_Kind_Name_Since",
                table: "PostingAlerts",
                columns: new[] { "Kind", "Name", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_PostingAlerts_Since",
                table: "PostingAlerts",
                column: "Since");

            migrationBuilder.CreateIndex(
                name: "IX_Products_Slug",
                table: "Products",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromotionCodes_Code",
                table: "PromotionCodes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromotionCodes_OfferId",
                table: "PromotionCodes",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_AccountId_OfferId",
                table: "Purchases",
                columns: new[] { "AccountId", "OfferId" },
                unique: true,
                filter: "\"State\" = 'Begun' AND \"RenewsId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_AccountId_State",
                table: "Purchases",
                columns: new[] { "AccountId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_GraceUntil",
                table: "Purchases",
                column: "GraceUntil");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_Number",
                table: "Purchases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_OfferId",
                table: "Purchases",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_OrganisationId",
                table: "Purchases",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_PromotionCodeId",
                table: "Purchases",
                column: "PromotionCodeId");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_RemindAt",
                table: "Purchases",
                column: "RemindAt");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_RenewsId",
                table: "Purchases",
                column: "RenewsId");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_State_OrderedAt",
                table: "Purchases",
                columns: new[] { "State", "OrderedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_SubscriptionId",
                table: "Purchases",
                column: "SubscriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_RecordedBounces_DeliveryId_Kind",
                table: "RecordedBounces",
                columns: new[] { "DeliveryId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecordedBounces_Email_At",
                table: "RecordedBounces",
                columns: new[] { "Email", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RecordedBounces_Kind_At",
                table: "RecordedBounces",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_RenewalNotices_AcceptedAt_FailedAt",
                table: "RenewalNotices",
                columns: new[] { "AcceptedAt", "FailedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RenewalNotices_SubscriptionId_TermEndsAt",
                table: "RenewalNotices",
                columns: new[] { "SubscriptionId", "TermEndsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Seats_AccountId",
                table: "Seats",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Seats_SubscriptionId_AccountId",
                table: "Seats",
                columns: new[] { "SubscriptionId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Seats_SubscriptionId_Number",
                table: "Seats",
                columns: new[] { "SubscriptionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Stewards_AccountId",
                table: "Stewards",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_At",
                table: "Suppressions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_Email_At",
                table: "Suppressions",
                columns: new[] { "Email", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Suppressions_Standing",
                table: "Suppressions",
                column: "Email",
                unique: true,
                filter: "\"LiftedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_VatRates_Class_Customer_Territory_From",
                table: "VatRates",
                columns: new[] { "Class", "Customer", "Territory", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_AccountId",
                table: "Withdrawals",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_WrittenQuotes_Number",
                table: "WrittenQuotes",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WrittenQuotes_PurchaseId",
                table: "WrittenQuotes",
                column: "PurchaseId");

            migrationBuilder.CreateIndex(
                name: "IX_WrittenQuotes_RenewsId_TermEndsAt",
                table: "WrittenQuotes",
                columns: new[] { "RenewsId", "TermEndsAt" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Subscriptions_Offers_NextOfferId",
                table: "Subscriptions",
                column: "NextOfferId",
                principalTable: "Offers",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Subscriptions_Offers_OfferId",
                table: "Subscriptions",
                column: "OfferId",
                principalTable: "Offers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Subscriptions_Organisations_OrganisationId",
                table: "Subscriptions",
                column: "OrganisationId",
                principalTable: "Organisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Subscriptions_Offers_NextOfferId",
                table: "Subscriptions");

            migrationBuilder.DropForeignKey(
                name: "FK_Subscriptions_Offers_OfferId",
                table: "Subscriptions");

            migrationBuilder.DropForeignKey(
                name: "FK_Subscriptions_Organisations_OrganisationId",
                table: "Subscriptions");

            migrationBuilder.DropTable(
                name: "AccessRules");

            migrationBuilder.DropTable(
                name: "AddressRanges");

            migrationBuilder.DropTable(
                name: "CardNotices");

            migrationBuilder.DropTable(
                name: "Departures");

            migrationBuilder.DropTable(
                name: "DmarcSources");

            migrationBuilder.DropTable(
                name: "FreeReadings");

            migrationBuilder.DropTable(
                name: "Gifts");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "JoinLinks");

            migrationBuilder.DropTable(
                name: "Licences");

            migrationBuilder.DropTable(
                name: "LinkedIdentities");

            migrationBuilder.DropTable(
                name: "MeansSettings");

            migrationBuilder.DropTable(
                name: "OrganisationDomains");

            migrationBuilder.DropTable(
                name: "OrganisationSirets");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "PostingAlerts");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "ProviderSessions");

            migrationBuilder.DropTable(
                name: "PurchaseCounters");

            migrationBuilder.DropTable(
                name: "PurchaseFiles");

            migrationBuilder.DropTable(
                name: "RecordedBounces");

            migrationBuilder.DropTable(
                name: "RenewalNotices");

            migrationBuilder.DropTable(
                name: "SalesTerms");

            migrationBuilder.DropTable(
                name: "Seats");

            migrationBuilder.DropTable(
                name: "Stewards");

            migrationBuilder.DropTable(
                name: "Suppressions");

            migrationBuilder.DropTable(
                name: "TrialsTaken");

            migrationBuilder.DropTable(
                name: "VatRates");

            migrationBuilder.DropTable(
                name: "Withdrawals");

            migrationBuilder.DropTable(
                name: "WrittenQuotes");

            migrationBuilder.DropTable(
                name: "DmarcReports");

            migrationBuilder.DropTable(
                name: "Purchases");

            migrationBuilder.DropTable(
                name: "Organisations");

            migrationBuilder.DropTable(
                name: "PromotionCodes");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_Kind_Until",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_NextOfferId",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_OfferId",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_OrganisationId_Until",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_Reference",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_Renews_Until",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_ResumesAt",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_TrialUntil",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_Until_From_SuspendedAt_Products_AccountId",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Issues_State_List",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_IssueId_State_NotBefore",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Articles_OpenUntil",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "EmailIndex",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_DisplayName",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "ConcludedAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "EndToldAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "NextOfferId",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "OfferId",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "OrganisationId",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Products",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Reference",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "RenewedUntoldAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Renews",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "ResumesAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Seats",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "SuspendedAt",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Suspension",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "TrialUntil",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "CutAt",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "IsCutTold",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Customer",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "IntroCents",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "IntroTerms",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "IsOnQuote",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "PriceIsWithoutTax",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "Products",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "Renews",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "Seats",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SizeFrom",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SizeTo",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SoldFrom",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "SoldUntil",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "TrialDays",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "VatClass",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ComposedAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "EndedAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "CppapFrom",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "CppapUntil",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "AnyOf",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "OpenUntil",
                table: "Articles");

            migrationBuilder.AlterColumn<Guid>(
                name: "AccountId",
                table: "Subscriptions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_ClaimedBy",
                table: "Deliveries",
                column: "ClaimedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_State_NotBefore",
                table: "Deliveries",
                columns: new[] { "State", "NotBefore" });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");
        }
    }
}
