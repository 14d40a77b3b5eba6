using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Licences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "EmailIndex",
                table: "Accounts");

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

            migrationBuilder.AddColumn<int>(
                name: "SessionsOfSeat",
                table: "AccessRules",
                type: "integer",
                nullable: false,
                defaultValue: 5);

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Licences");

            migrationBuilder.DropIndex(
                name: "EmailIndex",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_DisplayName",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "CutAt",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "IsCutTold",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SessionsOfSeat",
                table: "AccessRules");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Accounts",
                column: "NormalizedEmail");
        }
    }
}
