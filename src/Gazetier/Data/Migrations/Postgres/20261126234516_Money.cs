using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Money : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Of several drafts of one offer, which two windows made, the newest stays: the index lets one be.
            migrationBuilder.Sql(
                """
                DELETE FROM "Purchases" WHERE "State" = 'Begun' AND EXISTS (SELECT 1 FROM "Purchases" AS newer
                WHERE newer."State" = 'Begun' AND newer."AccountId" = "Purchases"."AccountId" AND newer."OfferId" = "Purchases"."OfferId"
                AND (newer."BegunAt" > "Purchases"."BegunAt" OR (newer."BegunAt" = "Purchases"."BegunAt" AND newer."Id" > "Purchases"."Id")));
                """);

            migrationBuilder.AddColumn<Guid>(
                name: "NextOfferId",
                table: "Subscriptions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TrialUntil",
                table: "Subscriptions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LapsesAt",
                table: "Purchases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RenewsId",
                table: "Purchases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "GivesBackId",
                table: "Payments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TrialDays",
                table: "Offers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LapseDays",
                table: "MeansSettings",
                type: "integer",
                nullable: false,
                defaultValue: 0);

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

            migrationBuilder.UpdateData(
                table: "MeansSettings",
                keyColumn: "Means",
                keyValue: "Card",
                column: "LapseDays",
                value: 60);

            migrationBuilder.UpdateData(
                table: "MeansSettings",
                keyColumn: "Means",
                keyValue: "Cheque",
                column: "LapseDays",
                value: 60);

            migrationBuilder.UpdateData(
                table: "MeansSettings",
                keyColumn: "Means",
                keyValue: "Mandate",
                column: "LapseDays",
                value: 60);

            migrationBuilder.UpdateData(
                table: "MeansSettings",
                keyColumn: "Means",
                keyValue: "Transfer",
                column: "LapseDays",
                value: 60);

            migrationBuilder.CreateIndex(
                name: "IX_Subscriptions_NextOfferId",
                table: "Subscriptions",
                column: "NextOfferId");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_AccountId_OfferId",
                table: "Purchases",
                columns: new[] { "AccountId", "OfferId" },
                unique: true,
                filter: "\"State\" = 'Begun' AND \"RenewsId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Purchases_RenewsId",
                table: "Purchases",
                column: "RenewsId");

            migrationBuilder.CreateIndex(
                name: "IX_Payments_GivesBackId",
                table: "Payments",
                column: "GivesBackId");

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
                name: "FK_Purchases_Subscriptions_RenewsId",
                table: "Purchases",
                column: "RenewsId",
                principalTable: "Subscriptions",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);

            migrationBuilder.AddForeignKey(
                name: "FK_Subscriptions_Offers_NextOfferId",
                table: "Subscriptions",
                column: "NextOfferId",
                principalTable: "Offers",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Purchases_Subscriptions_RenewsId",
                table: "Purchases");

            migrationBuilder.DropForeignKey(
                name: "FK_Subscriptions_Offers_NextOfferId",
                table: "Subscriptions");

            migrationBuilder.DropTable(
                name: "WrittenQuotes");

            migrationBuilder.DropIndex(
                name: "IX_Subscriptions_NextOfferId",
                table: "Subscriptions");

            migrationBuilder.DropIndex(
                name: "IX_Purchases_AccountId_OfferId",
                table: "Purchases");

            migrationBuilder.DropIndex(
                name: "IX_Purchases_RenewsId",
                table: "Purchases");

            migrationBuilder.DropIndex(
                name: "IX_Payments_GivesBackId",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "NextOfferId",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "TrialUntil",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "LapsesAt",
                table: "Purchases");

            migrationBuilder.DropColumn(
                name: "RenewsId",
                table: "Purchases");

            migrationBuilder.DropColumn(
                name: "GivesBackId",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "TrialDays",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "LapseDays",
                table: "MeansSettings");
        }
    }
}
