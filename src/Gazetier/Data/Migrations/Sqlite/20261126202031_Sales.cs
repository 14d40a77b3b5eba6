using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Gazetier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Customer",
                table: "Offers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Individual");

            migrationBuilder.AddColumn<int>(
                name: "IntroCents",
                table: "Offers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IntroTerms",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "IsOnQuote",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "PriceIsWithoutTax",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Products",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1L);

            migrationBuilder.AddColumn<bool>(
                name: "Renews",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "RetiredAt",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Seats",
                table: "Offers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SizeFrom",
                table: "Offers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SizeTo",
                table: "Offers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SoldFrom",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SoldUntil",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VatClass",
                table: "Offers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Press");

            migrationBuilder.AddColumn<DateOnly>(
                name: "CppapFrom",
                table: "Imprint",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CppapUntil",
                table: "Imprint",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CardNotices",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CardNotices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeansSettings",
                columns: table => new
                {
                    Means = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OpensOnPayment = table.Column<bool>(type: "INTEGER", nullable: false),
                    DueDays = table.Column<int>(type: "INTEGER", nullable: false),
                    GraceDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ReminderDays = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeansSettings", x => x.Means);
                });

            migrationBuilder.CreateTable(
                name: "PromotionCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PercentOff = table.Column<int>(type: "INTEGER", nullable: true),
                    CentsOff = table.Column<int>(type: "INTEGER", nullable: true),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    From = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MostUses = table.Column<int>(type: "INTEGER", nullable: true),
                    Used = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                name: "PurchaseCounters",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PurchaseCounters", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "SalesTerms",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SalesTerms", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "VatRates",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Customer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BasisPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VatRates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Purchases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Inhabitants = table.Column<int>(type: "INTEGER", nullable: true),
                    PromotionCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Billing_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Billing_FoldedName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Billing_Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Billing_Street = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Billing_Postcode = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Billing_City = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Billing_Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Billing_Siret = table.Column<string>(type: "TEXT", maxLength: 14, nullable: false),
                    Billing_ServiceCode = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Billing_Engagement = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Billing_EngagementComesLater = table.Column<bool>(type: "INTEGER", nullable: false),
                    Means = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    OrderedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OfferName = table.Column<string>(type: "TEXT", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DiscountCents = table.Column<int>(type: "INTEGER", nullable: false),
                    PromotionCodeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NetCents = table.Column<int>(type: "INTEGER", nullable: false),
                    VatCents = table.Column<int>(type: "INTEGER", nullable: false),
                    GrossCents = table.Column<int>(type: "INTEGER", nullable: false),
                    VatBasisPoints = table.Column<int>(type: "INTEGER", nullable: false),
                    VatSource = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    TermMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    TermsVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: false),
                    EvidenceHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GraceUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaidCents = table.Column<int>(type: "INTEGER", nullable: false),
                    RefundedCents = table.Column<int>(type: "INTEGER", nullable: false),
                    PaidAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    RemindAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SuspendedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubscriptionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PurchaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cents = table.Column<int>(type: "INTEGER", nullable: false),
                    Means = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProviderReference = table.Column<string>(type: "TEXT", maxLength: 255, nullable: true)
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
                    PurchaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
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

            migrationBuilder.InsertData(
                table: "MeansSettings",
                columns: new[] { "Means", "DueDays", "GraceDays", "IsOn", "OpensOnPayment", "ReminderDays", "Text" },
                values: new object[,]
                {
                    { "Card", 1, 7, false, true, "1", "" },
                    { "Cheque", 15, 15, false, true, "1,10", "" },
                    { "Mandate", 30, 60, false, false, "1,15,30", "" },
                    { "Transfer", 15, 15, false, true, "1,10", "" }
                });

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
                name: "IX_PromotionCodes_Code",
                table: "PromotionCodes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PromotionCodes_OfferId",
                table: "PromotionCodes",
                column: "OfferId");

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
                name: "IX_Purchases_State_OrderedAt",
                table: "Purchases",
                columns: new[] { "State", "OrderedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_SubscriptionId",
                table: "Purchases",
                column: "SubscriptionId");

            migrationBuilder.CreateIndex(
                name: "IX_VatRates_Class_Customer_Territory_From",
                table: "VatRates",
                columns: new[] { "Class", "Customer", "Territory", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CardNotices");

            migrationBuilder.DropTable(
                name: "MeansSettings");

            migrationBuilder.DropTable(
                name: "Payments");

            migrationBuilder.DropTable(
                name: "PurchaseCounters");

            migrationBuilder.DropTable(
                name: "PurchaseFiles");

            migrationBuilder.DropTable(
                name: "SalesTerms");

            migrationBuilder.DropTable(
                name: "VatRates");

            migrationBuilder.DropTable(
                name: "Purchases");

            migrationBuilder.DropTable(
                name: "PromotionCodes");

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
                name: "VatClass",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "CppapFrom",
                table: "Imprint");

            migrationBuilder.DropColumn(
                name: "CppapUntil",
                table: "Imprint");
        }
    }
}
