using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Bounces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DmarcReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reporter = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DmarcReports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PostingAlerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingAlerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecordedBounces",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Domain = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Diagnostic = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordedBounces", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suppressions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppressions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DmarcSources",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 45, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    HasDkim = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasSpf = table.Column<bool>(type: "INTEGER", nullable: false),
                    Disposition = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
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
                name: "IX_PostingAlerts_Kind_Name_Since",
                table: "PostingAlerts",
                columns: new[] { "Kind", "Name", "Since" });

            migrationBuilder.CreateIndex(
                name: "IX_PostingAlerts_Since",
                table: "PostingAlerts",
                column: "Since");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DmarcSources");

            migrationBuilder.DropTable(
                name: "PostingAlerts");

            migrationBuilder.DropTable(
                name: "RecordedBounces");

            migrationBuilder.DropTable(
                name: "Suppressions");

            migrationBuilder.DropTable(
                name: "DmarcReports");
        }
    }
}
